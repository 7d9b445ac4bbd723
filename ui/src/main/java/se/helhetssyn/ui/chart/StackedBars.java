package se.helhetssyn.ui.chart;

import java.util.List;

/**
 * One bar per label, made of the same parts in the same order. A bar with a part that is not shown
 * is hatched as a whole, since its other parts would tell the hidden one.
 *
 * @param title the question the chart answers, or what it shows
 * @param summary the chart in one or two sentences
 * @param parts names of the parts, from the bottom up, at most {@value #MOST_PARTS}
 * @param bars from left to right
 * @param axis the value axis
 * @param table the same values as text
 */
public record StackedBars(
    String title,
    String summary,
    List<String> parts,
    List<Bar> bars,
    ChartAxis axis,
    DataTable table)
    implements ChartConfig {
  /** More parts cannot be told apart. */
  public static final int MOST_PARTS = 5;

  /**
   * One bar.
   *
   * @param label what stands below it
   * @param points one per part; a gap that is not hatched counts as nothing
   */
  public record Bar(String label, List<ChartPoint> points) {
    public Bar {
      points = List.copyOf(points);
    }

    /** Whether every part may be drawn and there is one to draw. */
    boolean shown() {
      return points.stream().noneMatch(ChartPoint::hidden)
          && points.stream().anyMatch(ChartPoint::hasValue);
    }
  }

  public StackedBars {
    parts = List.copyOf(parts);
    bars = List.copyOf(bars);
    int size = parts.size();
    if (size > MOST_PARTS || bars.stream().anyMatch(bar -> bar.points().size() != size)) {
      throw new IllegalArgumentException(
          "every bar must have its " + size + " parts, at most " + MOST_PARTS);
    }
  }

  @Override
  public boolean hasValues() {
    return bars.stream().anyMatch(Bar::shown);
  }
}
