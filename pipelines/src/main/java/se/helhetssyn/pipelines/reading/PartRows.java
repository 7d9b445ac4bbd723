package se.helhetssyn.pipelines.reading;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.file.RecordSource;

/** The rows of one part of a file, in Spark's own form; the same row is filled again and again. */
final class PartRows implements Closeable {
  private static final int BROKEN = -2;
  private static final int FILE = -3;
  private static final int ROW = -4;

  private final FilePart part;
  private final RecordSource records;
  private final UTF8String name;

  /** For every column where its value stands in a record; negative for what no record holds. */
  private final int[] places;

  private final GenericInternalRow row;
  private long read;

  private PartRows(FilePart part, RecordSource records, List<String> columns) {
    this.part = part;
    this.records = records;
    name = UTF8String.fromString(part.name());
    places = columns.stream().mapToInt(this::place).toArray();
    row = new GenericInternalRow(places.length);
  }

  static PartRows open(FilePart part, List<String> columns) throws IOException {
    return new PartRows(part, part.open(), columns);
  }

  private int place(String column) {
    return switch (column) {
      case DeliveredRows.BROKEN -> BROKEN;
      case DeliveredRows.FILE -> FILE;
      case DeliveredRows.ROW -> ROW;
      default -> part.form().header().indexOf(column);
    };
  }

  /** Goes to the next row; fails if the part does not hold the rows that were counted. */
  boolean next() throws IOException {
    boolean complete = read == part.rows();
    if (complete && part.mayHaveMore()) {
      return false;
    }
    boolean found = records.next();
    if (found == complete) {
      throw new IOException(
          "%s: %s than the %d rows that were counted from row %d on"
              .formatted(
                  part.name(), found ? "more" : "fewer", part.rows(), part.chunk().firstRow()));
    }
    read += found ? 1 : 0;
    return found;
  }

  InternalRow row() {
    boolean broken = part.broken(records.size());
    for (int i = 0; i < places.length; i++) {
      row.update(
          i,
          switch (places[i]) {
            case BROKEN -> broken;
            case FILE -> name;
            case ROW -> part.chunk().firstRow() + read - 1;
            default -> broken ? null : text(places[i]);
          });
    }
    return row;
  }

  private @Nullable UTF8String text(int place) {
    if (place < 0 || place >= records.size()) {
      return null;
    }
    String value = records.value(place).toString();
    return value.isEmpty() ? null : UTF8String.fromString(value);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
