package se.helhetssyn.pipelines.mapping;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a source become canonical tables.
 *
 * @param name of the source, Swedish
 * @param sourceSystem short name of the source system
 * @param publicNonPersonal whether the source is declared public and free of persons: its figures
 *     are then not protected
 * @param period the days the delivery covers
 * @param files own name → delivered file, in which {@code *} stands for anything
 * @param lists own name → file that belongs to the mapping, as a list of codes; {@link
 *     MappingReader} finds it beside the mapping
 * @param tables canonical table → where its rows come from
 */
public record MappingDefinition(
    String name,
    @JsonProperty("source_system") String sourceSystem,
    @JsonProperty("public_non_personal") boolean publicNonPersonal,
    @Nullable DeliveredPeriod period,
    Map<String, String> files,
    Map<String, String> lists,
    Map<String, List<RowSource>> tables) {

  public MappingDefinition {
    files = Map.copyOf(Objects.requireNonNullElse(files, Map.of()));
    lists = Map.copyOf(Objects.requireNonNullElse(lists, Map.of()));
    tables =
        Objects.requireNonNullElse(tables, Map.<String, List<RowSource>>of()).entrySet().stream()
            .collect(toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
  }

  /** Whether a delivered file or a list has this own name. */
  boolean names(String file) {
    return files.containsKey(file) || lists.containsKey(file);
  }

  /** The same mapping, its lists found in a folder. */
  MappingDefinition withListsIn(Path folder) {
    Map<String, String> found = new HashMap<>();
    lists.forEach((name, file) -> found.put(name, folder.resolve(file).toString()));
    return new MappingDefinition(
        name, sourceSystem, publicNonPersonal, period, files, found, tables);
  }

  /**
   * The days a delivery covers, both included.
   *
   * @param from first day
   * @param to last day
   */
  public record DeliveredPeriod(LocalDate from, LocalDate to) {}

  /**
   * Rows of one canonical table from one file, or constant ones.
   *
   * @param from own name of a file or list; null for one constant row
   * @param distinct whether rows that become alike are one
   * @param columns canonical column → how its value is made
   */
  public record RowSource(
      @Nullable String from, boolean distinct, Map<String, ColumnSource> columns) {
    public RowSource {
      columns = Map.copyOf(Objects.requireNonNullElse(columns, Map.of()));
    }
  }

  /**
   * How one value is made; exactly one of {@code column}, {@code constant}, {@code lookup} and
   * {@code concat} is given.
   *
   * @param column source column
   * @param constant the same text for every row
   * @param lookup value from another file
   * @param concat parts put together, empty if any of them is
   * @param date form of a date in the source, for example {@code yyyyMMdd}
   * @param values source value → canonical value
   * @param otherwise value where {@code values} has none, or the lookup finds none; without it a
   *     value outside the map stays as it is, for screening to reject
   */
  public record ColumnSource(
      @Nullable String column,
      @Nullable String constant,
      @Nullable LookupSource lookup,
      @Nullable List<ColumnSource> concat,
      @Nullable String date,
      @Nullable Map<String, String> values,
      @Nullable ColumnSource otherwise) {
    public ColumnSource {
      concat = concat == null ? null : List.copyOf(concat);
    }

    long forms() {
      return Stream.of(column, constant, lookup, concat).filter(Objects::nonNull).count();
    }
  }

  /**
   * A value from the row of another file or list that has the same key. Rows there of one key must
   * agree in the value, where they have one.
   *
   * @param file own name of the other file or list
   * @param key its key column
   * @param by how the key is made of the row at hand
   * @param take its column to take
   */
  public record LookupSource(String file, String key, ColumnSource by, String take) {
    public LookupSource {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(take, "take");
    }
  }
}
