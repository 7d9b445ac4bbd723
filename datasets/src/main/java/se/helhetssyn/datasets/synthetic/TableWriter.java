package se.helhetssyn.datasets.synthetic;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.TableSchema;

/** Writes one table's file, row by row; a column that is not set is empty. */
final class TableWriter implements Closeable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final TableSchema schema;
  private final Map<String, Integer> positions = new HashMap<>();
  private final MessageDigest digest = Sha256.digest();
  private final CsvWriter csv;
  private final String[] row;
  private long rows;

  TableWriter(TableSchema schema, Path dir) throws IOException {
    this.schema = schema;
    List<String> columns = schema.columns();
    columns.forEach(column -> positions.put(column, positions.size()));
    row = new String[columns.size()];
    Arrays.fill(row, "");
    var file = Files.newOutputStream(dir.resolve(schema.name() + ".csv"));
    csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(new DigestOutputStream(new BufferedOutputStream(file), digest));
    csv.writeRecord(columns);
  }

  TableWriter set(String column, @Nullable Object value) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalStateException(schema.name() + " has no column " + column);
    }
    row[position] = text(value);
    return this;
  }

  void write() {
    csv.writeRecord(row);
    rows++;
    Arrays.fill(row, "");
  }

  TableSchema schema() {
    return schema;
  }

  long rows() {
    return rows;
  }

  /** Digest of the file, lower-case hex; meaningful once closed. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case LocalDateTime time -> TIME.format(time);
      default -> value.toString();
    };
  }
}
