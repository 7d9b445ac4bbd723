package se.helhetssyn.ui.chart;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays out line charts, alone or as one of many panels on a common scale. */
final class LinePlot {
  private static final int HEIGHT = 264;
  private static final int PANEL_STEPS = 2;
  private static final int PANEL_HEIGHT = 118;
  private static final int MANY = 24;
  private static final double LANE = 18;
  private static final int ALONE = -1;

  private final LineChart chart;
  private final Scale scale;
  private final int panel;
  private final Marks marks = Marks.none();

  /** Lays out a chart as the panel of that index, or alone. */
  private LinePlot(LineChart chart, Scale scale, int panel) {
    this.chart = chart;
    this.scale = scale;
    this.panel = panel;
  }

  static Plot of(LineChart chart) {
    return new LinePlot(chart, Scale.of(chart.axis(), values(chart)), ALONE).plot();
  }

  static List<Plot> of(SmallMultiples panels) {
    DoubleStream values =
        panels.panels().stream().flatMapToDouble(panel -> values(panel.points().stream()));
    Scale scale = Scale.of(panels.axis(), values, PANEL_STEPS);
    return IntStream.range(0, panels.panels().size())
        .mapToObj(i -> new LinePlot(line(panels, panels.panels().get(i)), scale, i).plot())
        .toList();
  }

  private static LineChart line(SmallMultiples panels, SmallMultiples.Panel panel) {
    ChartSeries series =
        new ChartSeries(
            panel.name(),
            ChartSeries.Shape.LINE,
            ColourRole.INK,
            panel.lastPoint(),
            panel.points());
    return new LineChart(
        panels.title(),
        panels.summary(),
        panels.labels(),
        List.of(series),
        null,
        null,
        panels.axis(),
        -1,
        List.of(),
        panels.table());
  }

  private static DoubleStream values(LineChart chart) {
    Stream<ChartPoint> points = chart.series().stream().flatMap(s -> s.points().stream());
    DoubleStream target = Stream.ofNullable(chart.target()).mapToDouble(TargetLine::value);
    DoubleStream limits = Stream.ofNullable(chart.band()).flatMapToDouble(LinePlot::limits);
    return DoubleStream.concat(values(points), DoubleStream.concat(target, limits));
  }

  private static DoubleStream limits(ChartBand band) {
    return band.limits().stream()
        .flatMap(Optional::stream)
        .flatMapToDouble(l -> DoubleStream.of(l.lower(), l.upper()));
  }

  private static DoubleStream values(Stream<ChartPoint> points) {
    return points.flatMapToDouble(ChartPoint::values);
  }

  private Plot plot() {
    hatches();
    Optional.ofNullable(chart.band()).ifPresent(band -> new BandPlot(chart, band).addTo(marks));
    if (chart.selected() >= 0) {
      marks.splits().add(new Marks.Split(chart.selected(), false, Ink.SOFT.token()));
    }
    Optional.ofNullable(chart.target())
        .ifPresent(target -> marks.levels().add(new Marks.Level(target.value(), target.label())));
    flags();
    IntStream.range(0, chart.series().size()).forEach(i -> series(chart.series().get(i), i));
    names();
    double labelRoom = TextFit.room(chart.labels()) + 10;
    return new Plot(
        panel == ALONE ? "" : chart.series().getFirst().name(),
        Plot.Direction.COLUMNS,
        panel == ALONE ? HEIGHT : PANEL_HEIGHT,
        margins(labelRoom),
        chart.labels(),
        labelRoom,
        scale,
        marks,
        IntStream.range(0, chart.series().size())
            .mapToObj(i -> stops(chart.series().get(i), i))
            .toList());
  }

  private Plot.Margins margins(double labelRoom) {
    double lanes = marks.flags().stream().mapToInt(flag -> flag.lane() + 1).max().orElse(0) * LANE;
    double names = TextFit.room(marks.words().stream().map(Marks.Words::text).toList());
    Plot.Margins plain =
        Plot.Margins.ofColumns(scale, Math.max(labelRoom / 2, names > 0 ? names + 14 : 0));
    double top = panel == ALONE ? plain.top() + lanes : 8;
    return new Plot.Margins(top, plain.right(), plain.bottom(), plain.left());
  }

  /** A slot is hatched where any series has a value that is not shown. */
  private void hatches() {
    for (int i = 0; i < chart.labels().size(); i++) {
      if (chart.hidden(i)) {
        marks.hatches().add(new Marks.Hatch(i - 0.5, i + 0.5));
      }
    }
  }

  private void flags() {
    double near = chart.labels().size() / 12.0;
    for (int i = 0; i < chart.annotations().size(); i++) {
      ChartAnnotation note = chart.annotations().get(i);
      boolean phase = note.kind() == ChartAnnotation.Kind.PHASE;
      double at = phase ? note.at() - 0.5 : note.at();
      long close = marks.flags().stream().filter(f -> Math.abs(f.at() - at) <= near).count();
      marks.flags().add(new Marks.Flag(at, i + 1, (int) close % 3));
      marks.splits().add(new Marks.Split(at, phase, (phase ? Ink.SOFT : Ink.LINE).token()));
    }
  }

  private void series(ChartSeries series, int index) {
    String ink = Ink.of(series.colour()).token();
    switch (series.shape()) {
      case LINE -> line(series, index, ink);
      case BAR ->
          Plots.runs(series.points()).stream()
              .flatMap(List::stream)
              .forEach(p -> marks.bars().add(new Marks.Bar(p.at(), 0, p.value(), ink)));
    }
  }

  private void line(ChartSeries series, int index, String ink) {
    Plots.runs(series.points()).forEach(run -> marks.lines().add(new Marks.Line(run, ink, 2)));
    int last = Plots.lastMeasured(series.points());
    double radius = series.points().size() > MANY ? 2 : 3;
    for (int i = 0; i < series.points().size(); i++) {
      if (series.points().get(i) instanceof ChartPoint.Measured point && marked(series, i)) {
        ColourRole role = i == last ? series.lastPoint() : series.colour();
        Marks.Shape shape = Marks.Shape.of(role, index);
        String colour = Ink.of(role).token();
        double size = i == last ? 5.5 : radius;
        marks.dots().add(new Marks.Dot(i, point.value(), colour, shape, point.hollow(), size));
      }
    }
  }

  /** A panel is too small for the marks of points that its line tells of. */
  private boolean marked(ChartSeries series, int index) {
    List<ChartPoint> points = series.points();
    boolean before = index > 0 && points.get(index - 1).hasValue();
    boolean after = index < points.size() - 1 && points.get(index + 1).hasValue();
    return panel == ALONE || index == Plots.lastMeasured(points) || !(before || after);
  }

  /** Names at the end of their lines, moved apart where they would lie over each other. */
  private void names() {
    if (chart.series().size() < 2) {
      return;
    }
    double apart = (scale.max() - scale.min()) * 3 * TextFit.LINE / (HEIGHT - 50);
    double free = scale.min();
    for (ChartSeries series : chart.series().stream().sorted(comparingDouble(this::end)).toList()) {
      double value = Math.max(end(series), free);
      free = value + apart;
      marks.words().add(new Marks.Words(chart.labels().size() - 0.5, value, series.name()));
    }
  }

  private double end(ChartSeries series) {
    return series.points().reversed().stream()
        .flatMapToDouble(ChartPoint::values)
        .findFirst()
        .orElse(scale.min());
  }

  private List<Plot.Stop> stops(ChartSeries series, int index) {
    boolean alone = panel == ALONE && chart.series().size() == 1;
    return IntStream.range(0, series.points().size())
        .mapToObj(i -> {
          ChartPoint point = series.points().get(i);
          String place = (alone ? "" : series.name() + ", ") + chart.labels().get(i) + ": ";
          int told = panel == ALONE ? index : panel;
          return Plots.stop(told, i, i, point, scale, place + point.text());
        })
        .toList();
  }
}
