package se.helhetssyn.ui.components;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.ui.chart.ChartAnnotation;
import se.helhetssyn.ui.chart.ChartBand;
import se.helhetssyn.ui.chart.ChartPoint;
import se.helhetssyn.ui.chart.ChartSeries;
import se.helhetssyn.ui.chart.ColourRole;
import se.helhetssyn.ui.chart.LineChart;
import se.helhetssyn.ui.chart.TargetLine;

/** Line charts. */
final class LineExamples {
  private LineExamples() {}

  /** One series with all that goes with it. */
  static LineChart of(Sample sample) {
    List<ChartPoint> points = sample.points(sample.length(), 66, 0.5);
    ChartSeries series = series(text("components.line"), ColourRole.BETTER, points);
    return chart(
        sample,
        List.of(series),
        band(points),
        new TargetLine(80, text("target", "80\u00a0" + text("unit.share"))),
        sample.length() < Sample.FULL.length() ? List.of() : annotations());
  }

  /** Two series that are close to each other at the end. */
  static LineChart several() {
    Sample sample = Sample.GAPS;
    return chart(
        sample,
        List.of(
            series(text("components.unit.long", "1"), ColourRole.INK, points(sample, 62, 0.6)),
            series(text("components.unit", "2"), ColourRole.ACCENT, points(sample, 83, -0.2)),
            series(text("components.unit", "3"), ColourRole.SOFT, points(sample, 40, -0.5))),
        null,
        null,
        List.of());
  }

  private static List<ChartPoint> points(Sample sample, double level, double drift) {
    return sample.points(sample.length(), level, drift);
  }

  private static ChartSeries series(String name, ColourRole last, List<ChartPoint> points) {
    ColourRole colour = last == ColourRole.BETTER ? ColourRole.INK : last;
    return new ChartSeries(name, ChartSeries.Shape.LINE, colour, last, points);
  }

  private static LineChart chart(
      Sample sample,
      List<ChartSeries> series,
      @Nullable ChartBand band,
      @Nullable TargetLine target,
      List<ChartAnnotation> annotations) {
    String title = text("components.line.title");
    Stream<ChartPoint> all = series.stream().flatMap(s -> s.points().stream());
    boolean empty = all.noneMatch(ChartPoint::hasValue);
    return new LineChart(
        title,
        text(empty ? "components.summary.none" : "components.summary"),
        sample.months(),
        series,
        band,
        target,
        Sample.share(),
        sample.length() > 1 ? sample.length() - 4 : -1,
        annotations,
        Sample.table(title, sample.months(), series.stream().map(ChartSeries::points).toList()));
  }

  /** Wider at first and higher from the new way of working on. */
  private static @Nullable ChartBand band(List<ChartPoint> points) {
    return points.isEmpty()
        ? null
        : new ChartBand(
            text("chart.band"),
            IntStream.range(0, points.size()).mapToObj(i -> limits(points.get(i), i)).toList());
  }

  private static Optional<ChartBand.Limits> limits(ChartPoint point, int index) {
    double centre = index < 14 ? 69 : 75;
    double half = index < 14 ? 9 : 7;
    return point.hasValue()
        ? Optional.of(new ChartBand.Limits(centre - half, centre, centre + half))
        : Optional.empty();
  }

  private static List<ChartAnnotation> annotations() {
    return List.of(
        new ChartAnnotation(ChartAnnotation.Kind.NOTE, 5, text("components.note.outbreak")),
        new ChartAnnotation(ChartAnnotation.Kind.NOTE, 6, text("components.note.system")),
        new ChartAnnotation(ChartAnnotation.Kind.PHASE, 14, text("components.note.phase")));
  }
}
