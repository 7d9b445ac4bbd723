package se.helhetssyn.datasets.fault;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** One CSV file under way; it counts its rows and digests its bytes. */
public final class CsvFile implements Closeable {
  private final MessageDigest digest;
  private final CsvWriter csv;
  private long rows;

  /** Opens {@code name} in a folder, in UTF-8, and writes the header. */
  public CsvFile(Path dir, String name, List<String> header) throws IOException {
    this(dir, name, StandardCharsets.UTF_8);
    line(header);
  }

  CsvFile(Path dir, String name, Charset charset) throws IOException {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256", e);
    }
    var file = new BufferedOutputStream(Files.newOutputStream(dir.resolve(name)));
    csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(new DigestOutputStream(file, digest), charset);
  }

  /** Writes a row and counts it. */
  public void write(String[] cells) {
    csv.writeRecord(cells);
    rows++;
  }

  /** Writes a line that is no row: a header, a title, a total. */
  void line(List<String> cells) {
    csv.writeRecord(cells);
  }

  /** Rows written so far. */
  public long rows() {
    return rows;
  }

  /** Digest of the file, lower-case hex; to be asked once, after the last row. */
  public String sha256() throws IOException {
    csv.flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
