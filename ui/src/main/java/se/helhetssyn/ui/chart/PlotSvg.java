package se.helhetssyn.ui.chart;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.ui.chart.SvgText.number;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws a plot as SVG. {@code chart.js} draws the same things in the same order. */
final class PlotSvg {
  /** Name of the pattern that hatches. */
  static final String HATCH = "hatch";

  private static final double BAR = 0.66;
  private static final double WIDEST_BAR = 56;

  private final Plot plot;
  private final Frame frame;
  private final double width;
  private final SvgText svg;

  PlotSvg(Plot plot, double width, SvgText svg) {
    this.plot = plot;
    this.frame = plot.frame(width);
    this.width = width;
    this.svg = svg;
  }

  /** Adds the plot in a group. */
  void draw() {
    svg.open("g", "class", "plot", "data-frame", edges());
    plot.marks().hatches().forEach(this::hatch);
    plot.marks().areas().forEach(this::area);
    grid();
    plot.marks().splits().forEach(this::split);
    plot.marks().levels().forEach(this::level);
    plot.marks().bars().forEach(this::bar);
    plot.marks().lines().forEach(this::line);
    plot.marks().dots().forEach(this::dot);
    new PlotTexts(plot, width, svg).draw();
    svg.close("g");
  }

  private String edges() {
    return Stream.of(frame.left(), frame.top(), frame.right(), frame.bottom())
        .map(SvgText::number)
        .collect(joining(" "));
  }

  private void hatch(Marks.Hatch hatch) {
    boolean rows = frame.rows();
    double x = rows ? frame.left() : frame.x(hatch.from(), 0);
    double y = rows ? frame.y(hatch.from(), 0) : frame.top();
    double right = rows ? frame.right() : frame.x(hatch.to(), 0);
    double bottom = rows ? frame.y(hatch.to(), 0) : frame.bottom();
    rectangle("hatch", x, y, right, bottom, "fill", "url(#" + HATCH + ")");
  }

  private void rectangle(
      String kind, double x, double y, double right, double bottom, String... rest) {
    Stream<String> place =
        Stream.of(
            "class",
            kind,
            "x",
            number(x),
            "y",
            number(y),
            "width",
            number(right - x),
            "height",
            number(bottom - y));
    svg.element("rect", Stream.concat(place, Stream.of(rest)).toArray(String[]::new));
  }

  private void area(Marks.Area area) {
    Stream<String> upper = area.edges().stream().map(edge -> place(edge.at(), edge.upper()));
    Stream<String> lower =
        area.edges().reversed().stream().map(edge -> place(edge.at(), edge.lower()));
    String points = Stream.concat(upper, lower).collect(joining(" "));
    svg.element("polygon", "class", "area", "points", points, "fill", svg.colour(Ink.BAND));
  }

  private String place(double at, double value) {
    return number(frame.x(at, value)) + "," + number(frame.y(at, value));
  }

  private void grid() {
    plot.scale().ticks().forEach(tick -> across("grid", tick.value(), Ink.LINE, ""));
  }

  private void level(Marks.Level level) {
    across("level", level.value(), Ink.INK, "5 4");
  }

  /** A line across the values. */
  private void across(String kind, double value, Ink ink, String dashes) {
    double last = plot.labels().size() - 0.5;
    path(kind, place(-0.5, value), place(last, value), svg.colour(ink), 1, dashes);
  }

  private void split(Marks.Split split) {
    String from = place(split.at(), plot.scale().min());
    String to = place(split.at(), plot.scale().max());
    path("split", from, to, svg.colour(split.ink()), 1, split.dashed() ? "2 3" : "");
  }

  private void path(
      String kind, String from, String to, String colour, double width, String dashes) {
    svg.element(
        "path",
        "class",
        kind,
        "d",
        "M" + from + "L" + to,
        "fill",
        "none",
        "stroke",
        colour,
        "stroke-width",
        number(width),
        "stroke-dasharray",
        dashes.isEmpty() ? "none" : dashes);
  }

  private void bar(Marks.Bar bar) {
    double half = Math.min(BAR * frame.slot(), WIDEST_BAR) / 2;
    boolean rows = frame.rows();
    double x = frame.x(bar.at(), bar.from());
    double y = frame.y(bar.at(), bar.to());
    double right = rows ? frame.x(bar.at(), bar.to()) : x + half;
    double bottom = rows ? y + half : frame.y(bar.at(), bar.from());
    rectangle(
        "bar",
        rows ? x : x - half,
        rows ? y - half : y,
        right,
        bottom,
        "fill",
        svg.colour(bar.ink()),
        "stroke",
        svg.colour(Ink.ACCENT),
        "stroke-width",
        "0.75");
  }

  private void line(Marks.Line line) {
    svg.element(
        "polyline",
        "class",
        "line",
        "points",
        line.places().stream().map(p -> place(p.at(), p.value())).collect(joining(" ")),
        "fill",
        "none",
        "stroke",
        svg.colour(line.ink()),
        "stroke-width",
        number(line.width()),
        "stroke-linejoin",
        "round");
  }

  private void dot(Marks.Dot dot) {
    String colour = svg.colour(dot.ink());
    double x = frame.x(dot.at(), dot.value());
    double y = frame.y(dot.at(), dot.value());
    svg.element(
        "path",
        "class",
        "dot",
        "data-place",
        number(x) + " " + number(y),
        "d",
        outline(dot.shape(), x, y, dot.radius()),
        "fill",
        dot.hollow() ? svg.colour(Ink.CARD) : colour,
        "stroke",
        colour,
        "stroke-width",
        "2");
  }

  /** Shapes as Chart.js draws them. */
  private static String outline(Marks.Shape shape, double x, double y, double radius) {
    return switch (shape) {
      case CIRCLE ->
          "M" + number(x - radius) + " " + number(y) + half(radius) + half(-radius) + "Z";
      case SQUARE -> polygon(x, y, radius, 45, 4);
      case DIAMOND -> polygon(x, y, radius, 0, 4);
      case UP -> polygon(x, y, radius, 0, 3);
      case DOWN -> polygon(x, y, radius, 180, 3);
    };
  }

  private static String half(double radius) {
    String size = number(Math.abs(radius));
    return "a" + size + " " + size + " 0 0 1 " + number(2 * radius) + " 0";
  }

  private static String polygon(double x, double y, double radius, double turn, int corners) {
    return IntStream.range(0, corners)
        .mapToDouble(i -> Math.toRadians(turn + i * 360.0 / corners))
        .mapToObj(a -> number(x + radius * Math.sin(a)) + " " + number(y - radius * Math.cos(a)))
        .collect(joining("L", "M", "Z"));
  }
}
