package se.helhetssyn.ui.chart;

import java.util.List;

/**
 * The plot area of a plot within a width, in pixels from the upper left corner. {@code chart.js}
 * hands the same margins to Chart.js.
 */
record Frame(Plot plot, double left, double top, double right, double bottom) {
  /** Labels to the left and names to the right leave the greater part to the plot area. */
  private static final double MOST_LEFT = 0.42;

  private static final double MOST_RIGHT = 0.3;

  static Frame of(Plot plot, double width) {
    Plot.Margins margins = plot.margins();
    return new Frame(
        plot,
        Math.min(margins.left(), MOST_LEFT * width),
        margins.top(),
        width - Math.min(margins.right(), MOST_RIGHT * width),
        plot.height() - margins.bottom());
  }

  boolean rows() {
    return plot.direction() == Plot.Direction.ROWS;
  }

  double x(double at, double value) {
    return rows() ? left + share(value) * (right - left) : left + slot(at) * (right - left);
  }

  double y(double at, double value) {
    return rows() ? top + slot(at) * (bottom - top) : bottom - share(value) * (bottom - top);
  }

  /** Pixels of one slot. */
  double slot() {
    return (rows() ? bottom - top : right - left) / Math.max(1, plot.labels().size());
  }

  /** How many labels stand between two that are written. */
  int labelStep() {
    return Math.max(1, (int) Math.ceil(plot.labelRoom() / slot() - 1e-9));
  }

  /**
   * How many ticks along the values stand between two that are written; names stand beside rows.
   */
  int tickStep() {
    List<String> ticks = plot.scale().ticks().stream().map(Scale.Tick::text).toList();
    double room = (right - left) / Math.max(1, ticks.size() - 1);
    return rows() ? Math.max(1, (int) Math.ceil((TextFit.room(ticks) + 6) / room - 1e-9)) : 1;
  }

  private double share(double value) {
    return (value - plot.scale().min()) / (plot.scale().max() - plot.scale().min());
  }

  private double slot(double at) {
    return (at + 0.5) / Math.max(1, plot.labels().size());
  }
}
