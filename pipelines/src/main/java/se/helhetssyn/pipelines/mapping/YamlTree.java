package se.helhetssyn.pipelines.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value in a YAML file that knows where it stands. Scalars keep the text they were written with,
 * so that {@code 007} is no seven.
 */
final class YamlTree {
  private static final YAMLFactory YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build()
          .getFactory();

  private final String path;
  private final int line;
  private final Mistakes mistakes;
  private @Nullable String text;
  private @Nullable List<YamlTree> items;
  private @Nullable Map<String, YamlTree> entries;

  private YamlTree(String path, int line, Mistakes mistakes) {
    this.path = path;
    this.line = line;
    this.mistakes = mistakes;
  }

  /** Reads a whole file; throws for what is no YAML. */
  static YamlTree read(String yaml, Mistakes mistakes) throws IOException {
    try (JsonParser parser = YAML.createParser(yaml)) {
      YamlTree root = new YamlTree("", 1, mistakes);
      if (parser.nextToken() != null) {
        root.fill(parser);
      }
      return root;
    }
  }

  private void fill(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      entries = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        entries.put(key, inner(path.isEmpty() ? key : path + "." + key, parser));
      }
    } else if (token == JsonToken.START_ARRAY) {
      items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(inner("%s[%d]".formatted(path, items.size()), parser));
      }
    } else if (token != JsonToken.VALUE_NULL) {
      text = parser.getText();
    }
  }

  private YamlTree inner(String where, JsonParser parser) throws IOException {
    YamlTree inner = new YamlTree(where, parser.currentTokenLocation().getLineNr(), mistakes);
    inner.fill(parser);
    return inner;
  }

  boolean isEmpty() {
    return text == null && items == null && entries == null;
  }

  boolean isScalar() {
    return text != null;
  }

  void wrong(String what) {
    mistakes.add(this, what);
  }

  /** The value of a key; empty if it is not there or has no value. */
  Optional<YamlTree> find(String key) {
    return entries == null
        ? Optional.empty()
        : Optional.ofNullable(entries.get(key)).filter(value -> !value.isEmpty());
  }

  /** The entries of an object, of which only these keys mean something. */
  void requireKeys(Set<String> known) {
    entries()
        .forEach((key, value) -> {
          if (!known.contains(key)) {
            value.wrong("nyckeln finns inte" + Mistakes.meant(key, known));
          }
        });
  }

  Map<String, YamlTree> entries() {
    if (entries == null) {
      wrong("här väntas nycklar med värden");
      return Map.of();
    }
    return entries;
  }

  List<YamlTree> items() {
    if (items == null) {
      wrong("här väntas en lista");
      return List.of();
    }
    return items;
  }

  String text() {
    if (text == null) {
      wrong("här väntas en text");
      return "";
    }
    return text;
  }

  /** One text, or a list of them. */
  List<String> texts() {
    return text != null ? List.of(text) : items().stream().map(YamlTree::text).toList();
  }

  /** The same where a bare {@code NULL} is the word and not nothing. */
  List<String> words() {
    return text != null
        ? List.of(text)
        : items().stream().map(item -> item.isEmpty() ? "null" : item.text()).toList();
  }

  boolean flag() {
    String given = text();
    if (!given.equals("true") && !given.equals("false")) {
      wrong("här väntas true eller false");
    }
    return given.equals("true");
  }

  int number(int least) {
    String given = text();
    if (!given.matches("[0-9]{1,4}") || Integer.parseInt(given) < least) {
      wrong("här väntas ett heltal, minst %d".formatted(least));
      return least;
    }
    return Integer.parseInt(given);
  }

  /** Where the value stands: its keys from the outermost, and its line. */
  @Override
  public String toString() {
    return path.isEmpty() ? "hela filen" : "%s (rad %d)".formatted(path, line);
  }
}
