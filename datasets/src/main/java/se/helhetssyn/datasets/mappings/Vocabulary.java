package se.helhetssyn.datasets.mappings;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * Swedish words for tables, columns and codes of the contract.
 *
 * @param tables table → what its files may be called
 * @param keys headings of a column that alone is the key of its table
 * @param columns column, or {@code table.column}, → headings
 * @param codes code → labels, the first of which is shown
 */
public record Vocabulary(
    @JsonProperty(required = true) Map<String, List<String>> tables,
    @JsonProperty(required = true) List<String> keys,
    @JsonProperty(required = true) Map<String, List<String>> columns,
    @JsonProperty(required = true) Map<String, List<String>> codes) {
  private static final String FILE = "synonyms.yaml";

  /** Reads the words that belong to the program. */
  public static Vocabulary load() {
    try (InputStream yaml = Vocabulary.class.getResourceAsStream(FILE)) {
      if (yaml == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readValue(yaml, Vocabulary.class);
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " cannot be read", e);
    }
  }

  /** The label of a code that is shown; the code itself if it has none. */
  public String label(String code) {
    return codes.getOrDefault(code, List.of(code)).getFirst();
  }

  /** Every label of a code, that which is shown first; empty if it has none. */
  public List<String> labels(String code) {
    return codes.getOrDefault(code, List.of());
  }

  /** What a table's files may be called: its words, title and name. */
  public List<String> names(TableSchema table) {
    return Stream.concat(
            tables.getOrDefault(table.name(), List.of()).stream(),
            Stream.of(table.title(), table.name()))
        .toList();
  }

  /** Headings that a column may have: its name, its title and its words. */
  public List<String> headings(TableSchema table, FieldSchema field) {
    List<String> words = columns.getOrDefault(field.name(), List.of());
    List<String> own = columns.getOrDefault(table.name() + "." + field.name(), words);
    List<String> numbers = table.primaryKey().equals(List.of(field.name())) ? keys : List.of();
    return Stream.of(List.of(field.name(), field.title()), own, numbers)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }
}
