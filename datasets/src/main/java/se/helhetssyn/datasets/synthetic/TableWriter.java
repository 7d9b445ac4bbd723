package se.helhetssyn.datasets.synthetic;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.TableSchema;

/** Makes one table's rows as text and hands them on; a column that is not set is empty. */
final class TableWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final TableSchema schema;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Consumer<String[]> to;
  private final String[] row;
  private long rows;

  /**
   * @param to takes each row before the next is begun, without keeping it
   */
  TableWriter(TableSchema schema, Consumer<String[]> to) {
    this.schema = schema;
    this.to = to;
    List<String> columns = schema.columns();
    columns.forEach(column -> positions.put(column, positions.size()));
    row = new String[columns.size()];
    Arrays.fill(row, "");
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
    to.accept(row);
    rows++;
    Arrays.fill(row, "");
  }

  /** Rows made so far, whatever becomes of them on their way to the file. */
  long rows() {
    return rows;
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case LocalDateTime time -> TIME.format(time);
      default -> value.toString();
    };
  }
}
