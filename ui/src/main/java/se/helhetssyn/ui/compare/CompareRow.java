package se.helhetssyn.ui.compare;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.ui.chart.ChartPoint;
import se.helhetssyn.ui.chart.DotChart;
import se.helhetssyn.ui.indicator.FigurePoints;
import se.helhetssyn.ui.indicator.Reading;
import se.helhetssyn.ui.indicator.Readings;

/**
 * One unit of the comparison, with nothing in it that the reader may not know.
 *
 * @param label the unit's name, or words that stand for it
 * @param marked whether it is the unit the page starts from
 * @param provider who runs it; empty where that is not told
 * @param reading its figure
 * @param point the figure on the axis
 * @param interval how sure it is, on the axis; null where not known and without a value
 * @param trend where its figures over time are; empty for a unit that is not told
 */
record CompareRow(
    String label,
    boolean marked,
    String provider,
    Reading reading,
    ChartPoint point,
    DotChart.@Nullable Interval interval,
    Optional<String> trend) {

  /** Who a row is about, as far as it is told. */
  record Who(String label, boolean marked, String provider, Optional<String> trend) {}

  static CompareRow of(Who who, Figure figure) {
    Reading reading = Readings.of(figure);
    return new CompareRow(
        who.label,
        who.marked,
        who.provider,
        reading,
        FigurePoints.point(figure),
        interval(figure),
        who.trend);
  }

  /** A unit for which nothing is published. */
  static CompareRow without(Who who, boolean periodIsOpen) {
    Reading reading = Readings.absent(periodIsOpen);
    ChartPoint gap = new ChartPoint.Gap(reading.line(), false);
    return new CompareRow(who.label, who.marked, who.provider, reading, gap, null, who.trend);
  }

  /** The interval on the axis; null without one. */
  static DotChart.@Nullable Interval interval(Figure figure) {
    if (!(figure.state() instanceof FigureState.Value value)) {
      return null;
    }
    Double lower = value.lower();
    Double upper = value.upper();
    double scale = FigurePoints.scale(figure.kind());
    return value.value() == null || lower == null || upper == null
        ? null
        : new DotChart.Interval(lower * scale, upper * scale);
  }

  /** Whether it is told that somebody else than the municipality runs the unit. */
  boolean isExternal() {
    return provider.equals(UnitWords.provider("EXTERNAL"));
  }

  /** Whether there is a value. */
  boolean hasValue() {
    return point.hasValue();
  }

  /** Whether the interval reaches to or over a level on the axis. */
  boolean covers(double level) {
    return interval != null && interval.lower() <= level && level <= interval.upper();
  }
}
