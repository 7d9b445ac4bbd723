package se.helhetssyn.pipelines.door;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out which character parts the values: that with which a record holds the most known
 * columns; where no column is known, that which most evenly parts the first records.
 */
final class DelimiterGuess {
  private static final String CANDIDATES = ",;\t|";
  private static final int RECORDS = 50;

  private record Score(char delimiter, long columns, long evenness) {}

  private DelimiterGuess() {}

  /** The delimiter of a text that begins so; a comma if nothing speaks for another. */
  static char of(String beginning, Expectation expected) {
    Set<String> known = Set.copyOf(expected.columns());
    return CANDIDATES
        .chars()
        .mapToObj(each -> score((char) each, beginning, known))
        .max(
            Comparator.comparingLong(Score::columns)
                .thenComparingLong(Score::evenness)
                .thenComparingInt(score -> -CANDIDATES.indexOf(score.delimiter())))
        .orElseThrow()
        .delimiter();
  }

  private static Score score(char delimiter, String beginning, Set<String> known) {
    List<List<String>> records = records(delimiter, beginning);
    long columns =
        records.stream()
            .mapToLong(cells -> cells.stream().map(String::strip).filter(known::contains).count())
            .max()
            .orElse(0);
    Map<Integer, Integer> sizes = new HashMap<>();
    records.forEach(cells -> sizes.merge(cells.size(), 1, Integer::sum));
    long evenness =
        sizes.entrySet().stream()
            .filter(size -> size.getKey() > 1)
            .mapToLong(size -> (long) size.getKey() * size.getValue())
            .max()
            .orElse(0);
    return new Score(delimiter, columns, evenness);
  }

  /** The first records; fewer if one of them cannot be parted with this character. */
  private static List<List<String>> records(char delimiter, String beginning) {
    List<List<String>> records = new ArrayList<>();
    try (Stream<CsvRecord> parted =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(beginning)
            .stream()) {
      parted.limit(RECORDS).forEach(record -> records.add(record.getFields()));
    } catch (CsvParseException e) {
      return records;
    }
    return records;
  }
}
