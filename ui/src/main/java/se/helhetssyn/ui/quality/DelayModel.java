package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import se.helhetssyn.analytics.quality.DelayPoint;
import se.helhetssyn.analytics.quality.IndicatorDelay;
import se.helhetssyn.ui.chart.ChartAxis;
import se.helhetssyn.ui.chart.ChartPoint;
import se.helhetssyn.ui.chart.ChartSeries;
import se.helhetssyn.ui.chart.ColourRole;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.chart.LineChart;
import se.helhetssyn.ui.chart.TargetLine;
import se.helhetssyn.ui.wording.SwedishNumbers;
import se.helhetssyn.ui.wording.TableNames;

/**
 * How late the rows of a table are registered: the share that had come so many days after the
 * event, of all that come.
 *
 * @param chart every fifth day, drawn and as text
 * @param consequence which periods stay preliminary for it; empty where none does
 */
record DelayModel(LineChart chart, Optional<String> consequence) {
  /** A period is preliminary until this share of its rows can be expected to have come. */
  private static final double COMPLETE = 0.95;

  private static final int STEP = 5;

  static DelayModel of(QualityFacts facts, String table, List<IndicatorDelay> delays) {
    List<DelayPoint> curve = facts.mart().delays(table, null);
    return new DelayModel(chart(table, curve), consequence(facts, table, delays));
  }

  private static LineChart chart(String table, List<DelayPoint> curve) {
    List<DelayPoint> shown = curve.stream().filter(point -> point.day() % STEP == 0).toList();
    List<String> labels = shown.stream().map(point -> SwedishNumbers.whole(point.day())).toList();
    List<ChartPoint> points = shown.stream().map(DelayModel::point).toList();
    String name = TableNames.of(table);
    return new LineChart(
        text("quality.delays.title", name),
        summary(curve),
        labels,
        List.of(
            new ChartSeries(
                name, ChartSeries.Shape.LINE, ColourRole.ACCENT, ColourRole.ACCENT, points)),
        null,
        new TargetLine(COMPLETE * 100, percent(COMPLETE)),
        new ChartAxis(text("quality.delays.axis"), '\u00a0' + text("unit.share"), 100.0),
        -1,
        List.of(),
        table(name, labels, points));
  }

  private static DataTable table(String name, List<String> labels, List<ChartPoint> points) {
    return new DataTable(
        text("quality.delays.caption", name),
        List.of(text("quality.column.days"), text("quality.column.registered")),
        IntStream.range(0, labels.size())
            .mapToObj(i -> List.of(labels.get(i), points.get(i).text()))
            .toList());
  }

  private static ChartPoint point(DelayPoint point) {
    return new ChartPoint.Measured(point.share() * 100, percent(point.share()), false);
  }

  private static String percent(double share) {
    return SwedishNumbers.decimal(share * 100, 0) + '\u00a0' + text("unit.share");
  }

  /** The day when nearly all has come, and how many rows say so. */
  private static String summary(List<DelayPoint> curve) {
    OptionalInt day =
        curve.stream().filter(p -> p.share() >= COMPLETE).mapToInt(DelayPoint::day).min();
    String rows = SwedishNumbers.whole(curve.isEmpty() ? 0 : curve.getFirst().rows());
    return day.isPresent()
        ? text(
            "quality.delays.summary", percent(COMPLETE), SwedishNumbers.whole(day.getAsInt()), rows)
        : text("quality.delays.summary.never", percent(COMPLETE), rows);
  }

  private static Optional<String> consequence(
      QualityFacts facts, String table, List<IndicatorDelay> delays) {
    List<IndicatorDelay> set =
        delays.stream().filter(delay -> table.equals(delay.slowestTable())).toList();
    return set.stream().mapToInt(IndicatorDelay::days).max().stream()
        .mapToObj(days ->
            text(
                "quality.delays.consequence",
                QualityWords.list(names(facts, set)),
                SwedishNumbers.whole(days)))
        .findFirst();
  }

  private static List<String> names(QualityFacts facts, List<IndicatorDelay> delays) {
    return delays.stream().map(delay -> facts.indicatorName(delay.indicatorId())).toList();
  }
}
