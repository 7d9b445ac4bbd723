package se.helhetssyn.ui.chart;

import java.util.List;

/**
 * One series of a chart.
 *
 * @param name shown to people
 * @param shape line or bars
 * @param colour what its colour means
 * @param lastPoint what the colour of its last measured point means
 * @param points one per label of the chart
 */
public record ChartSeries(
    String name, Shape shape, ColourRole colour, ColourRole lastPoint, List<ChartPoint> points) {
  /** How a series is drawn. */
  public enum Shape {
    LINE,
    BAR
  }

  public ChartSeries {
    points = List.copyOf(points);
  }
}
