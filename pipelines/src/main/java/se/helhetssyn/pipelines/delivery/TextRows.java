package se.helhetssyn.pipelines.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.helhetssyn.pipelines.door.ArrivedFile;
import se.helhetssyn.pipelines.file.Chunk;
import se.helhetssyn.pipelines.file.CsvRecords;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.file.RecordSource;

/** The rows of a small text file, as the delivery itself has to know them. */
final class TextRows {
  private TextRows() {}

  /** Column → value of every whole row; none for a file that was turned away or is no text. */
  static List<Map<String, String>> of(ArrivedFile file) {
    List<Map<String, String>> rows = new ArrayList<>();
    file.form().ifPresent(form -> form.chunks().forEach(chunk -> read(file, form, chunk, rows)));
    return rows;
  }

  private static void read(
      ArrivedFile file, FileForm form, Chunk chunk, List<Map<String, String>> rows) {
    try (RecordSource records = CsvRecords.open(file.path(), form, chunk)) {
      while (records.next()) {
        if (records.size() == form.header().size()) {
          Map<String, String> row = new HashMap<>();
          for (int i = 0; i < records.size(); i++) {
            row.put(form.header().get(i), records.value(i).toString().strip());
          }
          rows.add(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
