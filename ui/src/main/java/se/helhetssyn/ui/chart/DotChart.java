package se.helhetssyn.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row per unit with its value as a dot along a horizontal axis and, where known, how sure it
 * is. The rows are drawn in the order given. Choosing a row tells its index as the event's point.
 *
 * @param title the question the chart answers, or what it shows
 * @param summary the chart in one or two sentences
 * @param rows at most {@value #MOST_ROWS}
 * @param reference a dashed line across the rows; null for none
 * @param axis the value axis
 * @param table the same values as text
 */
public record DotChart(
    String title,
    String summary,
    List<Row> rows,
    @Nullable TargetLine reference,
    ChartAxis axis,
    DataTable table)
    implements ChartConfig {
  /** More rows cannot be read. */
  public static final int MOST_ROWS = 60;

  /**
   * One row.
   *
   * @param label what stands before the row
   * @param point the value, or the words that stand in its place
   * @param interval how sure the value is; null where unknown, and always without a value
   * @param emphasised whether the row stands out from the others
   */
  public record Row(
      String label, ChartPoint point, @Nullable Interval interval, boolean emphasised) {
    public Row {
      if (interval != null && !point.hasValue()) {
        throw new IllegalArgumentException("a row without value cannot have an interval");
      }
    }
  }

  /**
   * How sure a value is.
   *
   * @param lower on the axis
   * @param upper on the axis
   */
  public record Interval(double lower, double upper) {}

  public DotChart {
    rows = List.copyOf(rows);
    if (rows.size() > MOST_ROWS) {
      throw new IllegalArgumentException(rows.size() + " rows are more than " + MOST_ROWS);
    }
  }

  @Override
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
