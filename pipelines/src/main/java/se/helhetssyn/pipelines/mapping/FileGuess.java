package se.helhetssyn.pipelines.mapping;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form of a text file that nothing is known of, as its beginning shows it.
 *
 * @param encoding character set
 * @param delimiter character between values
 * @param header number of the row that names the columns, from 1; 0 if none looks like it
 * @param records the rows that the beginning holds, from the first
 */
record FileGuess(Charset encoding, char delimiter, int header, List<List<String>> records) {
  private static final int BEGINNING = 1 << 20;
  private static final int ROWS = 500;
  private static final String DELIMITERS = ";\t,|";
  private static final Charset SWEDISH = Charset.forName("windows-1252");

  static FileGuess of(Path file) {
    byte[] bytes = beginning(file);
    Charset encoding = encoding(bytes);
    String text = wholeLines(new String(bytes, encoding), bytes.length == BEGINNING);
    char delimiter = ';';
    int best = -1;
    List<List<String>> records = List.of();
    for (int i = 0; i < DELIMITERS.length(); i++) {
      char candidate = DELIMITERS.charAt(i);
      List<List<String>> split = split(text, candidate);
      int score = agreeing(split);
      if (score > best) {
        best = score;
        delimiter = candidate;
        records = split;
      }
    }
    return new FileGuess(encoding, delimiter, header(records), records);
  }

  /** Names of the columns; empty if no row looks like a header. */
  List<String> columns() {
    return header == 0 ? List.of() : records.get(header - 1).stream().map(String::strip).toList();
  }

  /** Rows below the header that have a value for every column. */
  List<List<String>> rows() {
    return records.stream()
        .skip(header)
        .filter(record -> record.size() == columns().size())
        .toList();
  }

  private static byte[] beginning(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(BEGINNING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Charset encoding(byte[] bytes) {
    if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16;
    }
    int whole = bytes.length;
    while (whole > 0 && bytes.length - whole < 4 && bytes[whole - 1] < 0) {
      whole--;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, whole));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return SWEDISH;
    }
  }

  private static String wholeLines(String text, boolean cut) {
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    int end = Math.max(plain.lastIndexOf('\n'), plain.lastIndexOf('\r'));
    return cut && end > 0 ? plain.substring(0, end) : plain;
  }

  private static List<List<String>> split(String text, char delimiter) {
    List<List<String>> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord csv : reader) {
        records.add(csv.getFields());
        if (records.size() == ROWS) {
          break;
        }
      }
    } catch (CsvParseException e) {
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  /** How many values stand in rows that have as many of them as most rows have. */
  private static int agreeing(List<List<String>> records) {
    int width = width(records);
    return width < 2 ? 0 : width * (int) records.stream().filter(r -> r.size() == width).count();
  }

  private static int width(List<List<String>> records) {
    Map<Integer, Integer> widths = new TreeMap<>();
    records.forEach(record -> widths.merge(record.size(), 1, Integer::sum));
    return widths.entrySet().stream()
        .filter(e -> e.getKey() > 1)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(1);
  }

  private static int header(List<List<String>> records) {
    int width = width(records);
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).size() == width && names(records.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Whether every cell could be the name of a column. */
  private static boolean names(List<String> cells) {
    HashSet<String> seen = new HashSet<>();
    return cells.stream().allMatch(c -> c.matches("(?s).*\\p{L}.*") && seen.add(Wording.of(c)));
  }
}
