package se.helhetssyn.ui.chart;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shapes of a {@link Sparkline}; its colours come from the style sheet by class. */
record SparklineDrawing(
    List<ChartPoint> points, @Nullable ChartBand band, double lowest, double highest) {
  private static final double WIDTH = 196;
  private static final double HEIGHT = 52;
  private static final double EDGE = 6;

  /**
   * Scales the drawing to its points and to the usual limits of its band. A month with few
   * observations has limits so wide that the line would be flat; there the band is cut.
   */
  static SparklineDrawing of(List<ChartPoint> points, @Nullable ChartBand band) {
    double[] heights =
        DoubleStream.concat(
                points.stream().flatMapToDouble(SparklineDrawing::value),
                DoubleStream.concat(
                    usual(limits(band).mapToDouble(ChartBand.Limits::lower)),
                    usual(limits(band).mapToDouble(ChartBand.Limits::upper))))
            .toArray();
    return new SparklineDrawing(
        points,
        band,
        DoubleStream.of(heights).min().orElse(0),
        DoubleStream.of(heights).max().orElse(1));
  }

  /** The median; none of none. */
  private static DoubleStream usual(DoubleStream limits) {
    double[] sorted = limits.sorted().toArray();
    return sorted.length == 0 ? DoubleStream.of() : DoubleStream.of(sorted[sorted.length / 2]);
  }

  String svg(@Nullable Double target, ColourRole lastPoint) {
    StringBuilder svg = new StringBuilder("<svg viewBox='0 0 196 52' preserveAspectRatio='none'>");
    if (band != null) {
      svg.append(area(band)).append(centre(band));
    }
    if (target != null && target >= lowest && target <= highest) {
      svg.append("<path class='target' d='M0 " + number(y(target)) + "H196'/>");
    }
    runs().forEach(run -> svg.append(polyline("line", run.stream().map(this::at))));
    IntStream.range(0, points.size())
        .filter(i -> points.get(i) instanceof ChartPoint.Gap gap && gap.hatched())
        .forEach(i -> svg.append("<path class='gap' d='M" + number(x(i)) + " 45v6'/>"));
    lastMeasured().forEach(i -> svg.append(dot(i, lastPoint)));
    return svg.append("</svg>").toString();
  }

  private String area(ChartBand band) {
    List<String> upper = new ArrayList<>();
    List<String> lower = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      int index = i;
      band.limits()
          .get(i)
          .ifPresent(limits -> {
            upper.add(corner(index, limits.upper()));
            lower.addFirst(corner(index, limits.lower()));
          });
    }
    upper.addAll(lower);
    return "<polygon class='band' points='" + String.join(" ", upper) + "'/>";
  }

  private String centre(ChartBand band) {
    return polyline(
        "mean",
        IntStream.range(0, points.size())
            .boxed()
            .flatMap(i ->
                band
                    .limits()
                    .get(i)
                    .map(ChartBand.Limits::centre)
                    .map(c -> corner(i, c))
                    .stream()));
  }

  private static String polyline(String kind, Stream<String> corners) {
    return "<polyline class='" + kind + "' points='" + corners.collect(joining(" ")) + "'/>";
  }

  /** Marks are the round ends of a line of no length: they stay round when the drawing is wide. */
  private String dot(int index, ColourRole colour) {
    String place = "' d='M" + at(index).replace(',', ' ') + "h0'/>";
    String dot = "<path class='dot " + colour.name().toLowerCase(Locale.ROOT) + place;
    boolean hollow = points.get(index) instanceof ChartPoint.Measured m && m.hollow();
    return hollow ? dot + "<path class='hole" + place : dot;
  }

  private String at(int index) {
    return corner(index, value(points.get(index)).findFirst().orElseThrow());
  }

  private String corner(int index, double value) {
    return number(x(index)) + "," + number(y(value));
  }

  private double x(int index) {
    int last = points.size() - 1;
    return last == 0 ? WIDTH - EDGE : EDGE + index * (WIDTH - 2 * EDGE) / last;
  }

  private double y(double value) {
    double inside = Math.clamp(value, lowest, highest);
    double share = highest > lowest ? (inside - lowest) / (highest - lowest) : 0.5;
    return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
  }

  private Stream<Integer> lastMeasured() {
    return IntStream.range(0, points.size())
        .filter(i -> points.get(i) instanceof ChartPoint.Measured)
        .boxed()
        .reduce((earlier, later) -> later)
        .stream();
  }

  /** Indexes of measured points that follow each other without a gap. */
  private List<List<Integer>> runs() {
    List<List<Integer>> runs = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i) instanceof ChartPoint.Measured) {
        if (i == 0 || points.get(i - 1) instanceof ChartPoint.Gap) {
          runs.add(new ArrayList<>());
        }
        runs.getLast().add(i);
      }
    }
    return runs;
  }

  private static DoubleStream value(ChartPoint point) {
    return point instanceof ChartPoint.Measured m ? DoubleStream.of(m.value()) : DoubleStream.of();
  }

  private static Stream<ChartBand.Limits> limits(@Nullable ChartBand band) {
    return band == null ? Stream.of() : band.limits().stream().flatMap(Optional::stream);
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
