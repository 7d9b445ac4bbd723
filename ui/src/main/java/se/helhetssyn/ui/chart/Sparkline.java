package se.helhetssyn.ui.chart;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small drawing of one series without axes: band, target, line and a marked last point. It is
 * hidden from screen readers; what it shows must stand in words beside it.
 */
public final class Sparkline extends Div {
  private static final double WIDTH = 196;
  private static final double HEIGHT = 52;
  private static final double EDGE = 6;

  private final double lowest;
  private final double highest;

  /**
   * Draws the points, oldest first.
   *
   * @param points at least one
   * @param band limits, one per point or none; null for none
   * @param target a dashed line; null for none
   * @param lastPoint what the last mark's colour means
   */
  public Sparkline(
      List<ChartPoint> points,
      @Nullable ChartBand band,
      @Nullable Double target,
      ColourRole lastPoint) {
    List<Double> drawn = new ArrayList<>(values(points));
    if (band != null) {
      band.limits().stream()
          .filter(limits -> limits != null)
          .forEach(limits -> {
            drawn.add(limits.lower());
            drawn.add(limits.upper());
          });
    }
    lowest = drawn.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    highest = drawn.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    addClassName("sparkline");
    getElement().setAttribute("aria-hidden", "true");
    add(new Svg(svg(points, band, target, lastPoint)));
  }

  private String svg(
      List<ChartPoint> points,
      @Nullable ChartBand band,
      @Nullable Double target,
      ColourRole lastPoint) {
    StringBuilder svg = new StringBuilder();
    svg.append(tag("<svg viewBox='0 0 %.0f %.0f' preserveAspectRatio='none'>", WIDTH, HEIGHT));
    if (band != null) {
      drawBand(svg, band);
    }
    if (target != null && target >= lowest && target <= highest) {
      svg.append(line("target", target));
    }
    runs(points).forEach(run -> svg.append(polyline(points, run)));
    IntStream.range(0, points.size())
        .filter(i -> points.get(i) instanceof ChartPoint.Gap gap && gap.hatched())
        .forEach(i -> svg.append(tag("<path class='gap' d='M%.1f 44v8'/>", x(i, points.size()))));
    last(points).ifPresent(i -> svg.append(dot(points, i, lastPoint)));
    return svg.append("</svg>").toString();
  }

  private void drawBand(StringBuilder svg, ChartBand band) {
    int size = band.limits().size();
    List<String> upper = new ArrayList<>();
    List<String> lower = new ArrayList<>();
    List<String> centre = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ChartBand.Limits limits = band.limits().get(i);
      if (limits != null) {
        upper.add(at(i, size, limits.upper()));
        lower.addFirst(at(i, size, limits.lower()));
        if (limits.centre() != null) {
          centre.add(at(i, size, limits.centre()));
        }
      }
    }
    svg.append("<polygon class='band' points='").append(String.join(" ", upper));
    svg.append(' ').append(String.join(" ", lower)).append("'/>");
    svg.append("<polyline class='mean' points='").append(String.join(" ", centre)).append("'/>");
  }

  private String polyline(List<ChartPoint> points, List<Integer> run) {
    List<String> corners =
        run.stream()
            .map(i -> at(i, points.size(), ((ChartPoint.Measured) points.get(i)).value()))
            .toList();
    return "<polyline class='line' points='" + String.join(" ", corners) + "'/>";
  }

  private String dot(List<ChartPoint> points, int index, ColourRole colour) {
    ChartPoint.Measured point = (ChartPoint.Measured) points.get(index);
    String kind = colour.name().toLowerCase(Locale.ROOT) + (point.hollow() ? " hollow" : "");
    return "<circle class='dot %s' r='3.5' cx='%s'/>"
        .formatted(kind, at(index, points.size(), point.value()).replace(",", "' cy='"));
  }

  private String line(String kind, double value) {
    return tag("<path class='%s' d='M0 %.1fH%.0f'/>", kind, y(value), WIDTH);
  }

  private String at(int index, int size, double value) {
    return tag("%.1f,%.1f", x(index, size), y(value));
  }

  private static double x(int index, int size) {
    return size == 1 ? WIDTH - EDGE : EDGE + index * (WIDTH - 2 * EDGE) / (size - 1);
  }

  private double y(double value) {
    double height = HEIGHT - 2 * EDGE;
    double share = highest > lowest ? (value - lowest) / (highest - lowest) : 0.5;
    return HEIGHT - EDGE - share * height;
  }

  private static List<Double> values(List<ChartPoint> points) {
    return points.stream()
        .filter(ChartPoint.Measured.class::isInstance)
        .map(point -> ((ChartPoint.Measured) point).value())
        .toList();
  }

  private static java.util.OptionalInt last(List<ChartPoint> points) {
    return IntStream.range(0, points.size())
        .filter(i -> points.get(i) instanceof ChartPoint.Measured)
        .max();
  }

  /** Indexes of measured points that follow each other without a gap. */
  private static List<List<Integer>> runs(List<ChartPoint> points) {
    List<List<Integer>> runs = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i) instanceof ChartPoint.Measured) {
        run.add(i);
      } else if (!run.isEmpty()) {
        runs.add(run);
        run = new ArrayList<>();
      }
    }
    if (!run.isEmpty()) {
      runs.add(run);
    }
    return runs;
  }

  private static String tag(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }
}
