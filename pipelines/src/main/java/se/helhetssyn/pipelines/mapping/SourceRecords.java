package se.helhetssyn.pipelines.mapping;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.file.FileForm;

/** The data rows of one file, one after the other. */
final class SourceRecords implements Closeable {
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final int width;
  private long row;
  private @Nullable String[] values = new @Nullable String[0];
  private boolean broken;

  private SourceRecords(CsvReader<CsvRecord> reader, FileForm form) {
    this.reader = reader;
    this.records = reader.iterator();
    this.width = form.header().size();
    for (int i = 0; i < form.skippedAbove() && records.hasNext(); i++) {
      records.next();
    }
  }

  static SourceRecords open(Path file, FileForm form) throws IOException {
    return new SourceRecords(
        CsvReader.builder()
            .fieldSeparator(form.delimiter())
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .detectBomHeader(true)
            .ofCsvRecord(file, Charset.forName(form.encoding())),
        form);
  }

  /** Goes to the next row; false after the last. */
  boolean next() {
    while (records.hasNext()) {
      CsvRecord csv = records.next();
      if (csv.getFieldCount() == 1 && csv.getField(0).isBlank()) {
        continue;
      }
      row++;
      broken = csv.getFieldCount() != width;
      values = new @Nullable String[width];
      for (int i = 0; i < width && !broken; i++) {
        values[i] = csv.getField(i);
      }
      return true;
    }
    return false;
  }

  /** Number of the data row in its file, from 1. */
  long row() {
    return row;
  }

  /** Whether the row could not be told apart into the columns of the header. */
  boolean broken() {
    return broken;
  }

  /** Its values in the order of the header; all null in a broken row. */
  @Nullable String[] values() {
    return values;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
