package se.helhetssyn.pipelines.refusal;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in Swedish what cannot be read in a YAML file that someone has written, and where. */
public final class YamlMistake {
  private YamlMistake() {}

  /** A clause without a full stop: what is wrong, at which key and on which line. */
  public static String in(JsonProcessingException mistake) {
    String line = mistake.getLocation() == null ? "" : "rad " + mistake.getLocation().getLineNr();
    return switch (mistake) {
      case UnrecognizedPropertyException u -> "nyckeln %s finns inte (%s)".formatted(key(u), line);
      case JsonMappingException m when m.getPath().isEmpty() ->
          "den är tom eller har en annan form än väntat";
      case JsonMappingException m ->
          "värdet vid %s går inte att använda (%s)".formatted(key(m), line);
      default -> "%s går inte att tolka som YAML".formatted(line);
    };
  }

  private static String key(JsonMappingException mistake) {
    return mistake.getPath().stream()
        .map(p -> p.getFieldName() == null ? "[" + p.getIndex() + "]" : p.getFieldName())
        .collect(joining("."));
  }
}
