package se.helhetssyn.pipelines.door;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a file before it is opened.
 *
 * @param columns names by which the header is known; if empty, the first record with a name in
 *     every cell is the header
 * @param kinds column → what is known of its values; a column that is not named is {@link
 *     ColumnKind#TEXT}
 * @param delimiter character between values, of ASCII; empty to find it out
 * @param charset what the file is said to be written in; empty to find it out
 * @param sheet name of the sheet of a workbook; empty for the first
 * @param skip records above the header that are known to be none
 * @param totals whether rows of totals at the end are recognised
 */
public record Expectation(
    List<String> columns,
    Map<String, ColumnKind> kinds,
    Optional<Character> delimiter,
    Optional<Charset> charset,
    String sheet,
    int skip,
    boolean totals) {
  public Expectation {
    columns = List.copyOf(columns);
    kinds = Map.copyOf(kinds);
    delimiter
        .filter(each -> each >= 0x80 || each == '"' || each == '\n' || each == '\r' || each == 0)
        .ifPresent(each -> {
          throw new IllegalArgumentException("delimiter U+%04X".formatted((int) each));
        });
  }

  /** A file in the canonical layout: UTF-8 and comma. */
  public static Expectation canonical(List<String> columns, Map<String, ColumnKind> kinds) {
    return unknown(columns, kinds)
        .delimitedBy(Optional.of(','))
        .writtenIn(Optional.of(StandardCharsets.UTF_8));
  }

  /** A file whose delimiter and character set are to be found out. */
  public static Expectation unknown(List<String> columns, Map<String, ColumnKind> kinds) {
    return new Expectation(columns, kinds, Optional.empty(), Optional.empty(), "", 0, true);
  }

  /** The same with a delimiter. */
  public Expectation delimitedBy(Optional<Character> character) {
    return new Expectation(columns, kinds, character, charset, sheet, skip, totals);
  }

  /** The same with a character set. */
  public Expectation writtenIn(Optional<Charset> set) {
    return new Expectation(columns, kinds, delimiter, set, sheet, skip, totals);
  }

  /** The same on a sheet of a workbook. */
  public Expectation onSheet(String name) {
    return new Expectation(columns, kinds, delimiter, charset, name, skip, totals);
  }

  /** The same with so many records above the header. */
  public Expectation skipping(int records) {
    return new Expectation(columns, kinds, delimiter, charset, sheet, records, totals);
  }

  /** The same where every last row is data, whatever it begins with. */
  public Expectation withoutTotals() {
    return new Expectation(columns, kinds, delimiter, charset, sheet, skip, false);
  }

  /** The same where columns are excepted from the search for identity numbers. */
  public Expectation excepting(Set<String> excepted) {
    Map<String, ColumnKind> changed = new HashMap<>(kinds);
    excepted.forEach(column -> changed.put(column, ColumnKind.EXCEPTED));
    return new Expectation(columns, changed, delimiter, charset, sheet, skip, totals);
  }

  /** The same of a file whose header is not known by its names. */
  public Expectation unnamed() {
    return new Expectation(List.of(), kinds, delimiter, charset, sheet, skip, totals);
  }
}
