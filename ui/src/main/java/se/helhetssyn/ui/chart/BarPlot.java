package se.helhetssyn.ui.chart;

import java.util.List;
import java.util.stream.IntStream;

/** Lays out bars of stacked parts. */
final class BarPlot {
  private static final int HEIGHT = 264;
  private static final int ROW = 34;

  /** By number of parts: from dark to light, the more parts the smaller steps. */
  private static final List<List<Ink>> SHADES =
      List.of(
          List.of(),
          List.of(Ink.ACCENT),
          List.of(Ink.ACCENT, Ink.SHADE_3),
          List.of(Ink.ACCENT, Ink.SHADE_5, Ink.SHADE_2),
          List.of(Ink.ACCENT, Ink.SHADE_6, Ink.SHADE_4, Ink.SHADE_2),
          List.of(Ink.ACCENT, Ink.SHADE_6, Ink.SHADE_5, Ink.SHADE_3, Ink.SHADE_1));

  private final StackedBars chart;
  private final Scale scale;
  private final Marks marks = Marks.none();

  private BarPlot(StackedBars chart) {
    this.chart = chart;
    this.scale =
        Scale.of(
            chart.axis(),
            chart.bars().stream().filter(StackedBars.Bar::shown).mapToDouble(BarPlot::whole));
  }

  static Plot of(StackedBars chart) {
    return new BarPlot(chart).plot();
  }

  /** The parts by their names, in the order they are stacked. */
  static List<Key> keys(StackedBars chart) {
    List<Ink> inks = SHADES.get(chart.parts().size());
    return IntStream.range(0, inks.size())
        .mapToObj(i -> new Key(Key.Sign.SWATCH, inks.get(i), chart.parts().get(i)))
        .toList();
  }

  private static double whole(StackedBars.Bar bar) {
    return bar.points().stream().flatMapToDouble(ChartPoint::values).sum();
  }

  private Plot plot() {
    IntStream.range(0, chart.bars().size()).forEach(i -> bar(i, chart.bars().get(i)));
    List<String> labels = chart.bars().stream().map(StackedBars.Bar::label).toList();
    boolean rows = chart.direction() == StackedBars.Direction.ROWS;
    double room = TextFit.room(labels) + 10;
    Plot.Margins margins =
        rows ? Plot.Margins.ofRows(labels, false) : Plot.Margins.ofColumns(scale, room / 2);
    return new Plot(
        "",
        rows ? Plot.Direction.ROWS : Plot.Direction.COLUMNS,
        rows ? (int) (ROW * labels.size() + margins.top() + margins.bottom()) : HEIGHT,
        margins,
        labels,
        rows ? ROW : room,
        scale,
        marks,
        IntStream.range(0, chart.parts().size()).mapToObj(this::stops).toList());
  }

  private void bar(int index, StackedBars.Bar bar) {
    if (bar.points().stream().anyMatch(ChartPoint::hidden)) {
      marks.hatches().add(new Marks.Hatch(index - 0.5, index + 0.5));
    } else {
      stack(index, bar);
    }
  }

  private void stack(int index, StackedBars.Bar bar) {
    double below = 0;
    for (int part = 0; part < bar.points().size(); part++) {
      double size = bar.points().get(part).values().sum();
      if (size > 0) {
        String ink = SHADES.get(chart.parts().size()).get(part).token();
        marks.bars().add(new Marks.Bar(index, below, below + size, ink));
        below += size;
      }
    }
  }

  private List<Plot.Stop> stops(int part) {
    return IntStream.range(0, chart.bars().size()).mapToObj(i -> stop(part, i)).toList();
  }

  /** In the middle of the part; nothing but words where the bar is not shown. */
  private Plot.Stop stop(int part, int index) {
    StackedBars.Bar bar = chart.bars().get(index);
    String place = bar.label() + ", " + chart.parts().get(part) + ": ";
    if (!bar.shown()) {
      return new Plot.Stop(part, index, index, scale.min(), place + bar.words(part));
    }
    double below = bar.points().subList(0, part).stream().flatMapToDouble(ChartPoint::values).sum();
    ChartPoint point = bar.points().get(part);
    double middle = below + point.values().sum() / 2;
    return new Plot.Stop(part, index, index, middle, place + point.text());
  }
}
