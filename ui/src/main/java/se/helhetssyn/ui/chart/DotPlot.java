package se.helhetssyn.ui.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays out one row per unit, with a dot and its interval or the words that stand in its place. */
final class DotPlot {
  private static final int ROW = 28;
  private static final int ROW_OF_TWO_LINES = 36;
  private static final double ONE_LINE = 150;
  private static final double STRIP = 0.36;

  private final DotChart chart;
  private final Scale scale;
  private final Marks marks = Marks.none();

  private DotPlot(DotChart chart) {
    this.chart = chart;
    this.scale =
        Scale.of(
            chart.axis(),
            DoubleStream.concat(
                chart.rows().stream().flatMapToDouble(DotPlot::values),
                Stream.ofNullable(chart.reference()).mapToDouble(TargetLine::value)));
  }

  static Plot of(DotChart chart) {
    return new DotPlot(chart).plot();
  }

  private static DoubleStream values(DotChart.Row row) {
    return DoubleStream.concat(
        row.point().values(),
        Stream.ofNullable(row.interval())
            .flatMapToDouble(i -> DoubleStream.of(i.lower(), i.upper())));
  }

  private Plot plot() {
    IntStream.range(0, chart.rows().size()).forEach(i -> row(i, chart.rows().get(i)));
    TargetLine reference = chart.reference();
    if (reference != null) {
      marks.levels().add(new Marks.Level(reference.value(), reference.label()));
    }
    List<String> labels = chart.rows().stream().map(DotChart.Row::label).toList();
    int row = TextFit.room(labels) > ONE_LINE ? ROW_OF_TWO_LINES : ROW;
    Plot.Margins margins = Plot.Margins.ofRows(labels, reference != null);
    return new Plot(
        "",
        Plot.Direction.ROWS,
        (int) (row * labels.size() + margins.top() + margins.bottom()),
        margins,
        labels,
        row,
        scale,
        marks,
        IntStream.range(0, labels.size()).mapToObj(i -> List.of(stop(i))).toList());
  }

  private void row(int index, DotChart.Row row) {
    switch (row.point()) {
      case ChartPoint.Measured point -> measured(index, row, point);
      case ChartPoint.Gap gap -> {
        if (gap.hatched()) {
          marks.hatches().add(new Marks.Hatch(index - STRIP, index + STRIP));
        }
        marks.words().add(new Marks.Words(index, scale.min(), gap.text()));
      }
    }
  }

  private void measured(int index, DotChart.Row row, ChartPoint.Measured point) {
    String ink = (row.emphasised() ? Ink.ACCENT : Ink.INK).token();
    DotChart.Interval interval = row.interval();
    if (interval != null) {
      marks
          .lines()
          .add(
              new Marks.Line(
                  List.of(
                      new Marks.Place(index, interval.lower()),
                      new Marks.Place(index, interval.upper())),
                  row.emphasised() ? ink : Ink.SOFT.token(),
                  row.emphasised() ? 3 : 1.5));
    }
    Marks.Shape shape = row.emphasised() ? Marks.Shape.DIAMOND : Marks.Shape.CIRCLE;
    double size = row.emphasised() ? 7 : 4.5;
    marks.dots().add(new Marks.Dot(index, point.value(), ink, shape, point.hollow(), size));
  }

  private Plot.Stop stop(int index) {
    DotChart.Row row = chart.rows().get(index);
    String text = row.label() + ": " + row.point().text();
    return Plots.stop(0, index, index, row.point(), scale, text);
  }
}
