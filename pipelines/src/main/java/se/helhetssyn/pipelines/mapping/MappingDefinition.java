package se.helhetssyn.pipelines.mapping;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param missing texts that say that there is no value, in every column, as {@link Wording} reads
 *     them
 * @param dates forms of dates and times, tried in this order in every column that the contract says
 *     is one; ISO 8601 is always understood
 * @param files own name → delivered files
 * @param lists own name → file that belongs to the mapping, as a list of codes; {@link
 *     MappingReader} finds it beside the mapping
 * @param tables canonical table → where its rows come from
 */
public record MappingDefinition(
    String name,
    String sourceSystem,
    boolean publicNonPersonal,
    @Nullable DeliveredPeriod period,
    List<String> missing,
    List<String> dates,
    Map<String, FileSource> files,
    Map<String, String> lists,
    Map<String, List<RowSource>> tables) {

  public MappingDefinition {
    missing = List.copyOf(missing);
    dates = List.copyOf(dates);
    files = ordered(files);
    lists = ordered(lists);
    tables = ordered(tables);
    tables.values().forEach(Objects::requireNonNull);
  }

  static <T> Map<String, T> ordered(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** The tables that get rows of their own from no file. */
  List<String> constantTables() {
    return tables.entrySet().stream()
        .filter(table -> table.getValue().stream().anyMatch(rows -> rows.from() == null))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether a delivered file or a list has this own name. */
  boolean names(String file) {
    return files.containsKey(file) || lists.containsKey(file);
  }

  /** Rows under the header of a file that are no data. */
  int skip(@Nullable String file) {
    FileSource source = file == null ? null : files.get(file);
    return source == null ? 0 : source.skip();
  }

  /** The character before decimals in a file; a point in a list. */
  char decimal(@Nullable String file) {
    FileSource source = file == null ? null : files.get(file);
    return source == null ? '.' : source.decimal();
  }

  /**
   * The days a delivery covers, both included.
   *
   * @param from first day
   * @param to last day
   */
  public record DeliveredPeriod(LocalDate from, LocalDate to) {}

  /**
   * Delivered files of one form.
   *
   * @param pattern their name, in which {@code *} stands for anything
   * @param delimiter character between values; null to find out
   * @param encoding name of the character set; null to find out
   * @param header number of the row that names the columns, from 1; null to find out
   * @param skip rows below that one that are no data and are not taken
   * @param sheet of a workbook; null for its first
   * @param decimal character before decimals
   * @param optional whether a delivery may come without it
   */
  public record FileSource(
      String pattern,
      @Nullable Character delimiter,
      @Nullable String encoding,
      @Nullable Integer header,
      int skip,
      @Nullable String sheet,
      char decimal,
      boolean optional) {}

  /**
   * Rows of one canonical table from one file, or one constant row.
   *
   * @param from own name of a file or list; null for one constant row
   * @param distinct whether rows that become alike are one
   * @param where which rows are taken; null for all
   * @param columns canonical column → how its value is made
   * @param compare own name → value by which a row is held against the same row of another
   *     delivery, where layouts tell some things differently or tell more than the contract keeps;
   *     empty for all its canonical values
   */
  public record RowSource(
      @Nullable String from,
      boolean distinct,
      @Nullable Where where,
      Map<String, ColumnSource> columns,
      Map<String, ColumnSource> compare)
      implements Serializable {
    public RowSource {
      columns = ordered(columns);
      compare = ordered(compare);
    }

    /** Every value that is made on the way to a row, the inner ones too. */
    List<ColumnSource> everyValue() {
      return Stream.of(columns, compare)
          .flatMap(values -> values.values().stream())
          .flatMap(value -> value.everyValue().stream())
          .toList();
    }
  }

  /**
   * Rows that are taken: those whose column has a value, and one of these if any are given.
   *
   * @param column source column
   * @param in values, as {@link Wording} reads them; empty for any
   */
  public record Where(String column, List<String> in) implements Serializable {
    public Where {
      in = List.copyOf(in);
    }
  }
}
