package se.helhetssyn.ui.chart;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table whose cells are shaded by their values. The words in the cells say the same, so it is its
 * own table.
 *
 * @param title the question the table answers, or what it shows
 * @param summary the table in one or two sentences
 * @param corner heads the column of row names
 * @param columns headings from left to right
 * @param rows from top to bottom
 * @param axis what the shading runs along, from zero
 */
public record HeatTable(
    String title,
    String summary,
    String corner,
    List<String> columns,
    List<Row> rows,
    ChartAxis axis)
    implements ChartConfig {
  /**
   * One row.
   *
   * @param label heads the row
   * @param cells one per column
   */
  public record Row(String label, List<ChartPoint> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public HeatTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.cells().size() != width)) {
      throw new IllegalArgumentException("every row must have " + width + " cells");
    }
  }

  @Override
  public DataTable table() {
    return new DataTable(
        title,
        Stream.concat(Stream.of(corner), columns.stream()).toList(),
        rows.stream().map(HeatTable::texts).toList());
  }

  private static List<String> texts(Row row) {
    return Stream.concat(Stream.of(row.label()), row.cells().stream().map(ChartPoint::text))
        .toList();
  }

  @Override
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
