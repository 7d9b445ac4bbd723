package se.helhetssyn.pipelines.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text file whose records are told one by one, so that its form is known without reading it.
 *
 * @param above what stands above the first record, the header among it
 * @param records with their line ends
 * @param below what stands below the last record
 */
public record CsvSample(
    Charset charset,
    char delimiter,
    boolean encodedTwice,
    List<String> header,
    String above,
    List<String> records,
    String below) {
  /** Records of plain UTF-8 with commas under a header line. */
  public static CsvSample of(List<String> header, String... records) {
    String above = String.join(",", header) + "\n";
    return new CsvSample(StandardCharsets.UTF_8, ',', false, header, above, List.of(records), "");
  }

  CsvSample in(Charset other) {
    return new CsvSample(other, delimiter, encodedTwice, header, above, records, below);
  }

  CsvSample with(char other) {
    return new CsvSample(charset, other, encodedTwice, header, above, records, below);
  }

  public CsvSample twice() {
    return new CsvSample(charset, delimiter, true, header, above, records, below);
  }

  /** The same between other lines. */
  public CsvSample between(String otherAbove, String otherBelow) {
    return new CsvSample(charset, delimiter, encodedTwice, header, otherAbove, records, otherBelow);
  }

  /** Writes the file; a chunk begins at the first record and at every record told, from 0. */
  public FileForm write(Path file, Set<Integer> cuts) throws IOException {
    Files.writeString(file, above + String.join("", records) + below, charset);
    List<Chunk> chunks = new ArrayList<>();
    long offset = bytes(above);
    int first = 0;
    for (int i = 1; i <= records.size(); i++) {
      if (i == records.size() || cuts.contains(i)) {
        long length = bytes(String.join("", records.subList(first, i)));
        chunks.add(new Chunk(offset, length, first + 1));
        offset += length;
        first = i;
      }
    }
    return new FileForm(
        FileForm.Kind.CSV,
        charset.name(),
        encodedTwice,
        delimiter,
        "",
        header,
        chunks,
        1,
        records.size());
  }

  private long bytes(String text) {
    return text.getBytes(charset).length;
  }
}
