package se.helhetssyn.ui.chart;

import java.util.List;

/**
 * The same values as a chart, as text in rows and columns.
 *
 * @param caption what the table shows
 * @param columns headings; the first column heads the rows
 * @param rows one text per column
 */
public record DataTable(String caption, List<String> columns, List<List<String>> rows) {
  public DataTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException("every row must have " + width + " cells");
    }
  }
}
