package se.helhetssyn.ui.indicator;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.ValueKind;
import se.helhetssyn.analytics.stats.ControlChart;
import se.helhetssyn.analytics.stats.Interval;
import se.helhetssyn.ui.chart.ChartBand;
import se.helhetssyn.ui.chart.ChartPoint;
import se.helhetssyn.ui.chart.ChartSeries;
import se.helhetssyn.ui.chart.ColourRole;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.chart.LineChart;
import se.helhetssyn.ui.chart.Sparkline;
import se.helhetssyn.ui.chart.TargetLine;
import se.helhetssyn.ui.wording.SwedishDates;

/** Turns a trend into what the chart components draw. */
public final class TrendChart {
  private static final int SPARKLINE_POINTS = 24;

  private final Trend trend;
  private final ColourRole mark;

  /**
   * A drawing of a trend.
   *
   * @param verdict what the last mark's colour says; null for nothing
   */
  public TrendChart(Trend trend, @Nullable Verdict verdict) {
    this.trend = trend;
    this.mark = verdict == null ? ColourRole.INK : colour(verdict);
  }

  private static ColourRole colour(Verdict verdict) {
    return switch (verdict.tone()) {
      case BETTER -> ColourRole.BETTER;
      case CONCERN -> ColourRole.CONCERN;
      case NEUTRAL -> ColourRole.INK;
    };
  }

  /** The latest points, small. */
  public Sparkline sparkline() {
    int size = trend.figures().size();
    int from = Math.max(0, size - SPARKLINE_POINTS);
    ChartBand band = band();
    return new Sparkline(
        points().subList(from, size),
        band == null ? null : new ChartBand(band.name(), band.limits().subList(from, size)),
        scaledTarget().orElse(null),
        mark,
        summary());
  }

  /**
   * The whole trend.
   *
   * @param selected the period that is pointed out
   * @param table the same values as text
   */
  public LineChart config(Period selected, DataTable table) {
    List<Period> periods = trend.figures().stream().map(f -> f.key().period()).toList();
    return new LineChart(
        text("chart.title", trend.indicator().name()),
        summary(),
        periods.stream().map(SwedishDates::axis).toList(),
        List.of(
            new ChartSeries(
                trend.indicator().name(),
                ChartSeries.Shape.LINE,
                ColourRole.INK,
                ColourRole.INK,
                points())),
        band(),
        scaledTarget().map(this::targetLine).orElse(null),
        FigurePoints.axis(kind()),
        periods.indexOf(selected),
        List.of(),
        table);
  }

  private List<ChartPoint> points() {
    return trend.figures().stream().map(FigurePoints::point).toList();
  }

  private @Nullable ChartBand band() {
    return trend
        .control()
        .flatMap(chart -> chart.baseline().map(baseline -> band(chart, baseline.centre())))
        .orElse(null);
  }

  private ChartBand band(ControlChart chart, double centre) {
    List<Optional<ChartBand.Limits>> limits =
        IntStream.range(0, trend.figures().size())
            .mapToObj(i -> chart.limits(i).map(l -> limits(l, centre)))
            .toList();
    return new ChartBand(text("chart.band"), limits);
  }

  private static ChartBand.Limits limits(Interval limits, double centre) {
    return new ChartBand.Limits(limits.lower() * 100, centre * 100, limits.upper() * 100);
  }

  private Optional<Double> scaledTarget() {
    return Optional.ofNullable(trend.indicator().target()).map(t -> t * FigurePoints.scale(kind()));
  }

  private TargetLine targetLine(double target) {
    return new TargetLine(target, Targets.sentence(trend.indicator()));
  }

  private ValueKind kind() {
    return FigurePoints.kind(trend.indicator());
  }

  private String summary() {
    List<Figure> measured =
        trend.figures().stream()
            .filter(f -> FigurePoints.point(f) instanceof ChartPoint.Measured)
            .toList();
    if (measured.isEmpty()) {
      return text("chart.summary.none", trend.indicator().name());
    }
    Comparator<Figure> byValue =
        Comparator.comparingDouble(f -> ((ChartPoint.Measured) FigurePoints.point(f)).value());
    return text(
        "chart.summary",
        trend.indicator().name(),
        when(measured.getLast()),
        when(measured.stream().min(byValue).orElseThrow()),
        when(measured.stream().max(byValue).orElseThrow()));
  }

  private static String when(Figure figure) {
    return text(
        "chart.summary.point",
        Readings.of(figure).line(),
        SwedishDates.period(figure.key().period()));
  }
}
