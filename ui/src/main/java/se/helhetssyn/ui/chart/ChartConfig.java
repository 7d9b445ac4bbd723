package se.helhetssyn.ui.chart;

/**
 * Everything a chart shows. Every text is written out; the component adds none of its own.
 *
 * <p>A value that is not shown is a {@link ChartPoint.Gap}, which holds words and no number, so no
 * drawing can tell it.
 */
public sealed interface ChartConfig
    permits LineChart, DotChart, StackedBars, HeatTable, SmallMultiples {
  /** The question the chart answers, or what it shows. */
  String title();

  /** The chart in one or two sentences, for those who cannot see it. */
  String summary();

  /** The same values as text. */
  DataTable table();

  /** Whether there is nothing to draw, so that the summary stands alone. */
  boolean isEmpty();
}
