package se.helhetssyn.datasets.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RawRecordsTest {
  private static final long SEED = 20261122;
  private static final String PIECES = "\"\"\",,;\n\r aå1";

  /** The library's reading is the measure; only what it cannot read is left out. */
  @Test
  void cellsAreWhereTheLibraryFindsThemAndNoCharacterIsLost() throws IOException {
    Random random = new Random(SEED);
    int compared = 0;
    int unreadable = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(24);
      for (int c = 0; c < length; c++) {
        text.append(PIECES.charAt(random.nextInt(PIECES.length())));
      }
      try {
        List<List<String>> theirs = library(text.toString());
        assertThat(cells(text.toString())).as("seed %d: <%s>", SEED, text).isEqualTo(theirs);
        compared++;
      } catch (Stopped | CsvParseException unclosed) {
        unreadable++;
      }
    }
    assertThat(compared).isGreaterThan(8_000);
    assertThat(unreadable).isPositive();
  }

  private static List<List<String>> cells(String text) throws IOException {
    List<List<String>> all = new ArrayList<>();
    StringBuilder together = new StringBuilder();
    try (var records = new RawRecords(new StringReader(text), ',')) {
      while (records.next()) {
        List<String> cells = new ArrayList<>();
        for (int cell = 0; cell < records.size(); cell++) {
          cells.add(value(records.raw(cell)));
        }
        all.add(cells);
        together.append(records.text());
      }
    }
    assertThat(together).hasToString(text);
    return all;
  }

  private static String value(String raw) {
    int closing = raw.lastIndexOf('"');
    return raw.startsWith("\"")
        ? raw.substring(1, closing).replace("\"\"", "\"") + raw.substring(closing + 1)
        : raw;
  }

  private static List<List<String>> library(String text) throws IOException {
    List<List<String>> all = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      reader.forEach(record -> all.add(record.getFields()));
    }
    return all;
  }
}
