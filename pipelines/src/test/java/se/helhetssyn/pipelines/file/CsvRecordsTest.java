package se.helhetssyn.pipelines.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvRecordsTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final List<String> AB = List.of("a", "b");
  private static final List<LineDelimiter> LINE_ENDS =
      List.of(LineDelimiter.LF, LineDelimiter.CR, LineDelimiter.CRLF);

  @TempDir private Path folder;

  private List<List<String>> read(CsvSample sample, Integer... cuts) throws IOException {
    Path file = folder.resolve("a.csv");
    FileForm form = sample.write(file, Set.of(cuts));
    List<List<String>> records = new ArrayList<>();
    for (Chunk chunk : form.chunks()) {
      records.addAll(Records.all(CsvRecords.open(file, form, chunk)));
    }
    return records;
  }

  @Test
  void quotedLineBreaksAndDelimitersBelongToTheirValue() throws IOException {
    CsvSample sample = CsvSample.of(AB, "\"x\r\ny\",1\n", "\"p,\"\"q\"\"\",\"\n\"\n", "z,3");
    assertThat(read(sample, 1, 2))
        .isEqualTo(read(sample))
        .containsExactly(List.of("x\r\ny", "1"), List.of("p,\"q\"", "\n"), List.of("z", "3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void linesEndInAnyWay(String end) throws IOException {
    CsvSample sample = CsvSample.of(AB, "1,2" + end, "3,4" + end, "5,6" + end);
    assertThat(read(sample, 2))
        .containsExactly(List.of("1", "2"), List.of("3", "4"), List.of("5", "6"));
  }

  @Test
  void lineEndsMayBeMixed() throws IOException {
    assertThat(read(CsvSample.of(AB, "1,2\r\n", "3,4\r", "5,6\n", "7,8")))
        .containsExactly(
            List.of("1", "2"), List.of("3", "4"), List.of("5", "6"), List.of("7", "8"));
  }

  @Test
  void titlesAByteOrderMarkAndTotalsLieOutside() throws IOException {
    CsvSample sample =
        CsvSample.of(AB, "1,2\n", "3,4\n").between("\uFEFFUttag,maj\n\na,b\n", "Summa,6\n");
    assertThat(read(sample, 1)).containsExactly(List.of("1", "2"), List.of("3", "4"));
  }

  @Test
  void everyCharacterSetIsRead() throws IOException {
    CsvSample sample = CsvSample.of(AB, "Åsa – é,1\n", "ö,2\n");
    for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS, StandardCharsets.UTF_16LE)) {
      assertThat(read(sample.in(charset), 1))
          .as(charset.name())
          .containsExactly(List.of("Åsa – é", "1"), List.of("ö", "2"));
    }
    assertThat(read(sample.between("\uFEFFa,b\n", "").in(StandardCharsets.UTF_16BE)))
        .containsExactly(List.of("Åsa – é", "1"), List.of("ö", "2"));
  }

  @Test
  void textThatWasEncodedTwiceIsMendedValueByValue() throws IOException {
    CsvSample sample = CsvSample.of(AB, "Ã…sa,BokstÃ¤ver\n", "Åsa,plain\n").twice();
    assertThat(read(sample)).containsExactly(List.of("Åsa", "Bokstäver"), List.of("Åsa", "plain"));
  }

  @Test
  void recordsMayBeShortOrLong() throws IOException {
    assertThat(read(CsvSample.of(AB, "1\n", "1,2,3\n", ",\n")))
        .containsExactly(List.of("1"), List.of("1", "2", "3"), List.of("", ""));
  }

  @Test
  void blankLinesAreNoRecords() throws IOException {
    assertThat(read(CsvSample.of(AB, "1,2\n\r\n\n", "3,4\n\n", "\"\"\n")))
        .containsExactly(List.of("1", "2"), List.of("3", "4"), List.of(""));
  }

  @ParameterizedTest
  @ValueSource(chars = {';', '\t', '|'})
  void anyDelimiterIsRead(char delimiter) throws IOException {
    String record = "1,1%s\"2%s2\"\n".formatted(delimiter, delimiter);
    assertThat(read(CsvSample.of(AB, record).with(delimiter)))
        .containsExactly(List.of("1,1", "2" + delimiter + "2"));
  }

  @Test
  void aQuoteWithinAValueIsNoSign() throws IOException {
    assertThat(read(CsvSample.of(AB, "5\" skärm,2\n", "x \"y\",4\n")))
        .containsExactly(List.of("5\" skärm", "2"), List.of("x \"y\"", "4"));
  }

  @Test
  void textAfterAClosingQuoteBelongsToTheValueAndEndsNothing() throws IOException {
    assertThat(read(CsvSample.of(AB, "\"x\" y,2\n", "3,4\n")))
        .containsExactly(List.of("x y", "2"), List.of("3", "4"));
  }

  @Test
  void aQuoteThatIsNeverClosedMakesOneRecordWithoutValues() throws IOException {
    assertThat(read(CsvSample.of(AB, "1,2\n", "3,\"4\n5,6\n")))
        .containsExactly(List.of("1", "2"), List.of());
    assertThat(read(CsvSample.of(AB, "3,\""))).containsExactly(List.of());
  }

  @Test
  void aLongValueIsReadWhole() throws IOException {
    String text = "å\"\"\n".repeat(200_000);
    assertThat(read(CsvSample.of(AB, "1,\"" + text + "\"\n")))
        .containsExactly(List.of("1", text.replace("\"\"", "\"")));
  }

  @Test
  void aFileThatWasCutShortIsNotReadToItsEnd() throws IOException {
    Path file = folder.resolve("a.csv");
    FileForm form = CsvSample.of(AB, "1,2\n", "3,4\n").write(file, Set.of());
    Files.writeString(file, "a,b\n1,2\n");
    assertThatIOException()
        .isThrownBy(() -> Records.all(CsvRecords.open(file, form, form.chunks().getFirst())))
        .withMessageContaining("shorter");
  }

  @Test
  void whatWasWrittenIsReadHoweverItIsCut() throws IOException {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Charset charset =
          List.of(StandardCharsets.UTF_8, WINDOWS, StandardCharsets.UTF_16LE).get(seed % 3);
      char delimiter = ",;\t|".charAt(random.nextInt(4));
      List<List<String>> table = table(random, charset.equals(WINDOWS) ? 9 : 11);
      CsvSample sample =
          CsvSample.of(table.getFirst(), records(table, random, delimiter))
              .in(charset)
              .with(delimiter);
      Set<Integer> cuts = new TreeSet<>();
      random.ints(4, 1, 41).forEach(cuts::add);
      assertThat(read(sample, cuts.toArray(Integer[]::new))).as("seed %d", seed).isEqualTo(table);
    }
  }

  private static List<List<String>> table(Random random, int letters) {
    String[] alphabet = {"a", "\"", ",", ";", "\t", "\r", "\n", "å", "€", "\uD83D\uDE00", "\u4E2D"};
    int columns = 2 + random.nextInt(5);
    List<List<String>> table = new ArrayList<>();
    for (int row = 0; row < 40; row++) {
      List<String> values = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
          value.append(alphabet[random.nextInt(letters)]);
        }
        values.add(value.toString());
      }
      table.add(values);
    }
    return table;
  }

  private static String[] records(List<List<String>> table, Random random, char delimiter)
      throws IOException {
    CsvWriter.CsvWriterBuilder writer =
        CsvWriter.builder()
            .fieldSeparator(delimiter)
            .lineDelimiter(LINE_ENDS.get(random.nextInt(3)));
    if (random.nextBoolean()) {
      writer.quoteStrategy(QuoteStrategies.ALWAYS);
    }
    List<String> records = new ArrayList<>();
    for (List<String> values : table) {
      StringWriter text = new StringWriter();
      try (CsvWriter csv = writer.build(text)) {
        csv.writeRecord(values);
      }
      records.add(text.toString());
    }
    return records.toArray(String[]::new);
  }
}
