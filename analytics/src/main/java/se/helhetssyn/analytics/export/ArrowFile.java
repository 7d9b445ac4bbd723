package se.helhetssyn.analytics.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** Writes rows to an Apache Arrow file, a batch at a time. */
final class ArrowFile implements RowFile {
  private static final int BATCH = 8_192;

  @Override
  public void write(ResultSet rows, ResultSetMetaData columns, Path file)
      throws IOException, SQLException {
    try (BufferAllocator allocator = new RootAllocator();
        VectorSchemaRoot batch = VectorSchemaRoot.create(schema(columns), allocator);
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ArrowFileWriter writer = new ArrowFileWriter(batch, null, channel)) {
      writer.start();
      while (fill(batch, rows)) {
        writer.writeBatch();
      }
      writer.end();
    }
  }

  private static Schema schema(ResultSetMetaData columns) throws SQLException {
    List<Field> fields = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      fields.add(Field.nullable(columns.getColumnName(i), type(columns.getColumnTypeName(i))));
    }
    return new Schema(fields);
  }

  private static ArrowType type(String name) {
    return switch (name) {
      case "BIGINT" -> new ArrowType.Int(Long.SIZE, true);
      case "INTEGER" -> new ArrowType.Int(Integer.SIZE, true);
      case "DOUBLE" -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      case "BOOLEAN" -> ArrowType.Bool.INSTANCE;
      case "DATE" -> new ArrowType.Date(DateUnit.DAY);
      case "VARCHAR" -> ArrowType.Utf8.INSTANCE;
      default -> throw new IllegalArgumentException("no Arrow type for " + name);
    };
  }

  /** Fills a batch anew; false if there were no rows left. */
  private static boolean fill(VectorSchemaRoot batch, ResultSet rows) throws SQLException {
    batch.clear();
    int count = 0;
    while (count < BATCH && rows.next()) {
      for (FieldVector vector : batch.getFieldVectors()) {
        Object value = rows.getObject(vector.getName());
        if (value != null) {
          set(vector, count, value);
        }
      }
      count++;
    }
    batch.setRowCount(count);
    return count > 0;
  }

  private static void set(FieldVector vector, int place, Object value) {
    switch (vector) {
      case BigIntVector longs when value instanceof Long whole -> longs.setSafe(place, whole);
      case IntVector integers when value instanceof Integer whole -> integers.setSafe(place, whole);
      case Float8Vector doubles when value instanceof Double number ->
          doubles.setSafe(place, number);
      case BitVector truths when value instanceof Boolean truth ->
          truths.setSafe(place, truth ? 1 : 0);
      case DateDayVector days when value instanceof LocalDate day ->
          days.setSafe(place, Math.toIntExact(day.toEpochDay()));
      case VarCharVector texts when value instanceof String text ->
          texts.setSafe(place, text.getBytes(StandardCharsets.UTF_8));
      default -> throw new IllegalArgumentException("%s in %s".formatted(value.getClass(), vector));
    }
  }
}
