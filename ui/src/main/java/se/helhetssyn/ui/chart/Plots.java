package se.helhetssyn.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays charts out. */
final class Plots {
  private Plots() {}

  /** The plots of a chart in reading order; none for a table. */
  static List<Plot> of(ChartConfig config) {
    return switch (config) {
      case LineChart line -> List.of(LinePlot.of(line));
      case DotChart dots -> List.of(DotPlot.of(dots));
      case StackedBars bars -> List.of(BarPlot.of(bars));
      case SmallMultiples panels -> LinePlot.of(panels);
      case HeatTable table -> List.of();
    };
  }

  /** What has to be explained below a chart. */
  static List<Key> keys(ChartConfig config) {
    List<Key> keys = new ArrayList<>(config.isEmpty() ? List.of() : drawn(config));
    hidden(config).forEach(text -> keys.add(new Key(Key.Sign.HATCH, Ink.SOFT, text)));
    return keys;
  }

  private static List<Key> drawn(ChartConfig config) {
    return switch (config) {
      case LineChart line -> BandPlot.key(line).stream().toList();
      case StackedBars bars -> BarPlot.keys(bars);
      case HeatTable table -> HeatShades.of(table).keys();
      case DotChart dots -> List.of();
      case SmallMultiples panels -> List.of();
    };
  }

  /** The annotations of a chart in the order of their numbers. */
  static List<String> annotations(ChartConfig config) {
    return config instanceof LineChart line
        ? line.annotations().stream().map(ChartAnnotation::text).toList()
        : List.of();
  }

  /** Why values are hatched; rows and cells say it themselves. */
  private static Set<String> hidden(ChartConfig config) {
    Stream<ChartPoint> points =
        switch (config) {
          case LineChart line -> line.series().stream().flatMap(s -> s.points().stream());
          case StackedBars bars -> bars.bars().stream().flatMap(b -> b.points().stream());
          case SmallMultiples panels -> panels.panels().stream().flatMap(p -> p.points().stream());
          case DotChart dots -> Stream.of();
          case HeatTable table -> Stream.of();
        };
    Set<String> texts = new LinkedHashSet<>();
    points.filter(ChartPoint::hidden).map(ChartPoint::text).forEach(texts::add);
    return texts;
  }

  /** Places of the measured points, divided where one is missing. */
  static List<List<Marks.Place>> runs(List<ChartPoint> points) {
    List<List<Marks.Place>> runs = new ArrayList<>();
    boolean open = false;
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i) instanceof ChartPoint.Measured measured) {
        if (!open) {
          runs.add(new ArrayList<>());
        }
        runs.getLast().add(new Marks.Place(i, measured.value()));
        open = true;
      } else {
        open = false;
      }
    }
    return runs;
  }

  /** Where to point at: the value, or the axis's beginning where there is none. */
  static Plot.Stop stop(int series, int point, double at, ChartPoint of, Scale scale, String text) {
    double value = of instanceof ChartPoint.Measured measured ? measured.value() : scale.min();
    return new Plot.Stop(series, point, at, value, text);
  }

  /** Index of the last measured point; -1 for none. */
  static int lastMeasured(List<ChartPoint> points) {
    return IntStream.range(0, points.size()).filter(i -> points.get(i).hasValue()).max().orElse(-1);
  }
}
