package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.refusal.YamlMistake;

/**
 * What a settings file states.
 *
 * @param indicators indicator → parameter → value
 * @param protection smallest number of persons shown
 * @param identityScan columns that are not searched for identity numbers
 * @param joined the decision to join records of health care and social services; null for none
 */
record StatedSettings(
    Map<String, Map<String, Integer>> indicators,
    SmallNumbers protection,
    @JsonProperty("identity_scan") IdentityScan identityScan,
    @JsonProperty("joined_processing_decision") @Nullable JoinedDecision joined) {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  StatedSettings {
    indicators = whole(indicators);
    protection = Objects.requireNonNullElse(protection, SmallNumbers.DEFAULT);
    identityScan = Objects.requireNonNullElse(identityScan, new IdentityScan(List.of()));
  }

  /** A copy that nobody can change. */
  static Map<String, Map<String, Integer>> whole(
      @Nullable Map<String, Map<String, Integer>> indicators) {
    return indicators == null
        ? Map.of()
        : indicators.entrySet().stream()
            .collect(toUnmodifiableMap(Map.Entry::getKey, e -> Map.copyOf(e.getValue())));
  }

  /** Reads a file of settings in one of its forms. */
  static <T> T read(Path file, Class<T> form) {
    try {
      T stated = YAML.readValue(Files.readString(file), form);
      if (stated == null) {
        throw refused(file, "filen är tom");
      }
      return stated;
    } catch (JsonProcessingException e) {
      throw refused(file, YamlMistake.in(e));
    } catch (IOException e) {
      throw refused(file, "filen går inte att läsa");
    }
  }

  static Refusal refused(Path file, String problem) {
    return Refusal.badConfiguration(
        "Inställningarna %s kan inte användas: %s.".formatted(file.getFileName(), problem));
  }
}
