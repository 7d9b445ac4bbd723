package se.helhetssyn.pipelines.reading;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.jspecify.annotations.Nullable;

/** Reads parts of files one after the other. */
final class PortionReader implements PartitionReader<InternalRow> {
  private final Iterator<FilePart> parts;
  private final List<String> columns;
  private @Nullable PartRows current;

  PortionReader(List<FilePart> parts, List<String> columns) {
    this.parts = parts.iterator();
    this.columns = columns;
  }

  @Override
  public boolean next() throws IOException {
    while (current == null || !current.next()) {
      close();
      if (!parts.hasNext()) {
        return false;
      }
      current = PartRows.open(parts.next(), columns);
    }
    return true;
  }

  @Override
  public InternalRow get() {
    if (current == null) {
      throw new IllegalStateException("no row");
    }
    return current.row();
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
