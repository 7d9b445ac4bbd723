package se.helhetssyn.datasets.pseudonymise;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a file's text is written, as its first records tell.
 *
 * @param charset its character set
 * @param delimiter the character between its cells
 * @param header number of the record with the headings, from 1: the first that names a column of
 *     persons; 0 if none does, and then every record is taken for a row
 * @param names the headings, without quotes; empty without a header
 * @param persons positions of the columns of persons, from 0
 */
record TextForm(
    Charset charset, char delimiter, long header, List<String> names, Set<Integer> persons) {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int RECORDS = 50;

  /** A delimiter that finds the header is better than one that does not, then the one that cuts. */
  private static final Comparator<Sample> BEST =
      comparing((Sample sample) -> sample.form().header() > 0)
          .thenComparingInt(sample -> sample.form().names().size())
          .thenComparingInt(Sample::fewestCells)
          .thenComparingInt(Sample::cells);

  TextForm {
    names = List.copyOf(names);
    persons = Set.copyOf(persons);
  }

  /** Finds it out; {@link Stopped} if the file is no text. */
  static TextForm of(Path file, PersonColumns columns) throws IOException {
    Charset charset = Encodings.of(file);
    List<Sample> samples = new ArrayList<>();
    for (char delimiter : DELIMITERS) {
      samples.add(sample(file, charset, delimiter, columns));
    }
    return Collections.max(samples, BEST).form();
  }

  RawRecords open(Path file) throws IOException {
    return new RawRecords(Encodings.reader(file, charset), delimiter);
  }

  /** Whether a record has one cell under each heading, so that its cells are what these say. */
  boolean fits(RawRecords record) {
    return header == 0 || (record.number() > header && record.size() == names.size());
  }

  /** Whether a cell is a value of a person. */
  boolean isPerson(RawRecords record, int cell) {
    return record.number() > header && persons.contains(cell);
  }

  /** What to call a column in a report. */
  String nameOf(int column) {
    return column < names.size() ? names.get(column) : "kolumn " + (column + 1);
  }

  private record Sample(TextForm form, int fewestCells, int cells) {}

  private static Sample sample(Path file, Charset charset, char delimiter, PersonColumns columns)
      throws IOException {
    List<List<String>> records = new ArrayList<>();
    try (RawRecords reader = new RawRecords(Encodings.reader(file, charset), delimiter)) {
      while (records.size() < RECORDS && reader.next()) {
        records.add(
            IntStream.range(0, reader.size()).mapToObj(reader::raw).map(Cell::core).toList());
      }
    } catch (Stopped unreadable) {
      records.add(List.of()); // with this delimiter; reading it in earnest tells why
    }
    int header =
        1
            + IntStream.range(0, records.size())
                .filter(i -> records.get(i).stream().anyMatch(columns::holds))
                .findFirst()
                .orElse(-1);
    List<String> names = header == 0 ? List.of() : records.get(header - 1);
    Set<Integer> persons =
        IntStream.range(0, names.size())
            .filter(i -> columns.holds(names.get(i)))
            .boxed()
            .collect(Collectors.toSet());
    return new Sample(
        new TextForm(charset, delimiter, header, names, persons),
        sizes(records).min(Integer::compare).orElse(0),
        sizes(records).mapToInt(Integer::intValue).sum());
  }

  private static Stream<Integer> sizes(List<List<String>> records) {
    return records.stream().map(List::size);
  }
}
