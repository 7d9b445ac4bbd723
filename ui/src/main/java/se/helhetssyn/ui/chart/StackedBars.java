package se.helhetssyn.ui.chart;

import java.util.List;

/**
 * One bar per label, made of the same parts in the same order. A bar with a part that is not shown
 * is hatched as a whole, since its other parts would tell the hidden one.
 *
 * @param title the question the chart answers, or what it shows
 * @param summary the chart in one or two sentences
 * @param parts names of the parts, from the foot on, at most {@value #MOST_PARTS}
 * @param direction which way the bars follow each other
 * @param bars in the order given
 * @param axis the value axis
 * @param table the same values as text
 */
public record StackedBars(
    String title,
    String summary,
    List<String> parts,
    Direction direction,
    List<Bar> bars,
    ChartAxis axis,
    DataTable table)
    implements ChartConfig {
  /** Which way bars follow each other. */
  public enum Direction {
    /** From left to right: for periods. */
    COLUMNS,
    /** From the top down: for names. */
    ROWS
  }

  /** More parts cannot be told apart. */
  public static final int MOST_PARTS = 5;

  /**
   * One bar.
   *
   * @param label what stands at its foot
   * @param points one per part; a gap that is not hatched counts as nothing
   */
  public record Bar(String label, List<ChartPoint> points) {
    public Bar {
      points = List.copyOf(points);
    }

    /** What is said of a part when the bar is not drawn: why one of them is not shown. */
    String words(int part) {
      return points.stream().filter(ChartPoint::hidden).findFirst().orElse(points.get(part)).text();
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
  public boolean isEmpty() {
    return bars.stream().noneMatch(Bar::shown);
  }
}
