package se.helhetssyn.pipelines.reading;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.file.RecordSource;

/** The data rows of one delivered file one after the other, without an engine. */
public final class FileRows implements Closeable {
  private final Iterator<FilePart> parts;
  private final long rows;
  private final int width;
  private @Nullable FilePart part;
  private @Nullable RecordSource records;
  private long row;

  private FileRows(Delivered file) {
    this.parts = FilePart.of(file).iterator();
    this.rows = file.form().rows();
    this.width = file.form().header().size();
  }

  /** Opens a file; nothing of it is read before the first row is asked for. */
  public static FileRows open(Delivered file) {
    return new FileRows(file);
  }

  /** Goes to the next row; false after the last. */
  public boolean next() throws IOException {
    while (row < rows) {
      if (records != null && records.next()) {
        row++;
        return true;
      }
      close();
      if (!parts.hasNext()) {
        return false;
      }
      part = parts.next();
      records = part.open();
    }
    return false;
  }

  /** Which data row of the file it is, from 1. */
  public long row() {
    return row;
  }

  /** Whether the values of the row could not be told apart. */
  public boolean broken() {
    return records == null || part == null || part.broken(records.size());
  }

  /** The values in the order of the file's header, null where they are empty or cannot be told. */
  public @Nullable String[] values() {
    @Nullable String[] values = new @Nullable String[width];
    if (records == null || broken()) {
      return values;
    }
    for (int i = 0; i < Math.min(width, records.size()); i++) {
      String value = records.value(i).toString();
      values[i] = value.isEmpty() ? null : value;
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    if (records != null) {
      records.close();
      records = null;
    }
  }
}
