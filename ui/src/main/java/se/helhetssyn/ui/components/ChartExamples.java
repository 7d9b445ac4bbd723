package se.helhetssyn.ui.components;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.helhetssyn.ui.chart.ChartConfig;
import se.helhetssyn.ui.chart.ChartPoint;
import se.helhetssyn.ui.chart.ColourRole;
import se.helhetssyn.ui.chart.DotChart;
import se.helhetssyn.ui.chart.HeatTable;
import se.helhetssyn.ui.chart.SmallMultiples;
import se.helhetssyn.ui.chart.StackedBars;
import se.helhetssyn.ui.chart.TargetLine;

/** Every kind of chart in every state. */
final class ChartExamples {
  private ChartExamples() {}

  /** By heading, in the order they are shown. */
  static Map<String, List<ChartExample>> all() {
    Map<String, List<ChartExample>> all = new LinkedHashMap<>();
    all.put(
        text("components.line"),
        with(LineExamples::of, text("components.state.several"), LineExamples.several()));
    all.put(
        text("components.dots"), with(ChartExamples::dots, text("components.state.most"), sixty()));
    all.put(
        text("components.bars"), with(ChartExamples::bars, text("components.state.long"), rows()));
    all.put(
        text("components.heat"),
        with(ChartExamples::heat, text("components.state.long"), longHeat()));
    all.put(
        text("components.multiples"),
        with(
            sample -> multiples(sample, unitNames(6)),
            text("components.state.long"),
            multiples(Sample.FULL, longNames(7))));
    return all;
  }

  private static List<ChartExample> with(
      Function<Sample, ChartConfig> chart, String state, ChartConfig special) {
    List<ChartExample> examples =
        new ArrayList<>(
            Stream.of(Sample.values())
                .map(s -> new ChartExample(s.words(), chart.apply(s)))
                .toList());
    examples.add(1, new ChartExample(state, special));
    return examples;
  }

  private static String summary(boolean empty) {
    return text(empty ? "components.summary.none" : "components.summary");
  }

  private static List<String> unitNames(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> text("components.unit", Integer.toString(i)))
        .toList();
  }

  private static List<String> longNames(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> text("components.unit.long", Integer.toString(i)))
        .toList();
  }

  private static DotChart dots(Sample sample) {
    return dots(sample, unitNames(Math.min(9, sample.length())));
  }

  private static DotChart sixty() {
    return dots(Sample.GAPS, longNames(DotChart.MOST_ROWS));
  }

  private static DotChart dots(Sample sample, List<String> names) {
    List<ChartPoint> points = sample.points(names.size(), 68, 0.3);
    String title = text("components.dots.title");
    return new DotChart(
        title,
        summary(points.stream().noneMatch(ChartPoint::hasValue)),
        IntStream.range(0, names.size())
            .mapToObj(i -> row(names.get(i), points.get(i), i))
            .toList(),
        new TargetLine(71, text("components.reference")),
        Sample.share(),
        Sample.table(title, names, List.of(points)));
  }

  private static DotChart.Row row(String name, ChartPoint point, int index) {
    DotChart.Interval interval =
        point instanceof ChartPoint.Measured measured
            ? new DotChart.Interval(
                Math.max(0, measured.value() - 6 - index % 4 * 2),
                Math.min(100, measured.value() + 5 + index % 4 * 2))
            : null;
    return new DotChart.Row(name, point, interval, index == 2);
  }

  private static StackedBars bars(Sample sample) {
    List<String> months = sample.months();
    return bars(sample, StackedBars.Direction.COLUMNS, months, 3);
  }

  private static StackedBars rows() {
    return bars(Sample.GAPS, StackedBars.Direction.ROWS, longNames(8), 5);
  }

  private static StackedBars bars(
      Sample sample, StackedBars.Direction direction, List<String> labels, int parts) {
    List<List<ChartPoint>> points =
        IntStream.range(0, parts)
            .mapToObj(part -> counts(sample.points(labels.size(), 12 - 2 * part, 0.2)))
            .toList();
    String title = text("components.bars.title");
    List<StackedBars.Bar> bars =
        IntStream.range(0, labels.size())
            .mapToObj(i ->
                new StackedBars.Bar(labels.get(i), points.stream().map(p -> p.get(i)).toList()))
            .toList();
    boolean empty = points.stream().flatMap(List::stream).noneMatch(ChartPoint::hasValue);
    return new StackedBars(
        title,
        summary(empty),
        parts(parts),
        direction,
        bars,
        Sample.count(),
        Sample.table(title, labels, points));
  }

  private static List<String> parts(int count) {
    return Stream.of(
            text("components.part.first"),
            text("components.part.second"),
            text("components.part.third"),
            text("components.part.fourth"),
            text("components.part.fifth"))
        .limit(count)
        .toList();
  }

  private static List<ChartPoint> counts(List<ChartPoint> shares) {
    return shares.stream()
        .map(point ->
            point instanceof ChartPoint.Measured measured
                ? new ChartPoint.Measured(
                    Math.rint(measured.value()),
                    Long.toString(Math.round(Math.rint(measured.value()))),
                    false)
                : point)
        .toList();
  }

  private static HeatTable heat(Sample sample) {
    return heat(
        sample, unitNames(Math.min(6, sample.length())), areas(sample == Sample.ONE ? 1 : 5));
  }

  private static HeatTable longHeat() {
    return heat(Sample.GAPS, longNames(8), areas(5));
  }

  private static List<String> areas(int count) {
    return Stream.of(
            text("stratum.fall"),
            text("stratum.pressure-ulcer"),
            text("stratum.malnutrition"),
            text("stratum.oral-health"),
            text("stratum.bladder-dysfunction"))
        .limit(count)
        .toList();
  }

  private static HeatTable heat(Sample sample, List<String> names, List<String> columns) {
    String title = text("components.heat.title");
    List<HeatTable.Row> rows =
        IntStream.range(0, names.size())
            .mapToObj(i -> new HeatTable.Row(names.get(i), cells(sample, columns.size(), i)))
            .toList();
    boolean empty = rows.stream().flatMap(r -> r.cells().stream()).noneMatch(ChartPoint::hasValue);
    return new HeatTable(
        title, summary(empty), text("components.label"), columns, rows, Sample.share());
  }

  /** Each row begins elsewhere in the sample, so that gaps do not stand below each other. */
  private static List<ChartPoint> cells(Sample sample, int count, int row) {
    List<ChartPoint> points = sample.points(count + row, 25 + 9 * row, 7);
    return points.subList(row, count + row);
  }

  private static SmallMultiples multiples(Sample sample, List<String> names) {
    String title = text("components.multiples.title");
    List<List<ChartPoint>> points =
        IntStream.range(0, names.size())
            .mapToObj(i -> sample.points(sample.length(), 45 + 6 * i, i % 3 - 0.8))
            .toList();
    boolean empty = points.stream().flatMap(List::stream).noneMatch(ChartPoint::hasValue);
    return new SmallMultiples(
        title,
        summary(empty),
        sample.months(),
        IntStream.range(0, names.size())
            .mapToObj(i -> new SmallMultiples.Panel(names.get(i), points.get(i), mark(i)))
            .toList(),
        Sample.share(),
        Sample.table(title, sample.months(), points));
  }

  private static ColourRole mark(int index) {
    return switch (index % 3) {
      case 0 -> ColourRole.CONCERN;
      case 1 -> ColourRole.INK;
      default -> ColourRole.BETTER;
    };
  }
}
