package se.helhetssyn.ui.chart;

import static se.helhetssyn.ui.chart.SvgText.number;

import java.util.List;
import java.util.stream.IntStream;

/** Writes the texts of a plot as SVG; {@code chart.js} places them in the same way. */
final class PlotTexts {
  private final Plot plot;
  private final Frame frame;
  private final double width;
  private final SvgText svg;

  PlotTexts(Plot plot, double width, SvgText svg) {
    this.plot = plot;
    this.frame = plot.frame(width);
    this.width = width;
    this.svg = svg;
  }

  void draw() {
    axes();
    plot.marks().levels().forEach(this::level);
    plot.marks().flags().forEach(this::flag);
    plot.marks().words().forEach(this::words);
  }

  private void axes() {
    List<Scale.Tick> ticks = plot.scale().ticks();
    IntStream.range(0, ticks.size())
        .filter(i -> i % frame.tickStep() == 0)
        .mapToObj(ticks::get)
        .forEach(this::tick);
    int last = plot.labels().size() - 1;
    IntStream.rangeClosed(0, last)
        .filter(i -> frame.rows() || (last - i) % frame.labelStep() == 0)
        .forEach(this::label);
    if (plot.name().isEmpty()) {
      plain(
          plot.scale().title(),
          frame.rows() ? frame.left() : 0,
          frame.rows() ? plot.height() - 4 : 12,
          "start",
          Ink.SOFT);
    }
  }

  private void tick(Scale.Tick tick) {
    double x = frame.x(-0.5, tick.value());
    double y = frame.y(-0.5, tick.value());
    if (frame.rows()) {
      plain(tick.text(), x, frame.bottom() + 17, "middle", Ink.SOFT);
    } else {
      plain(tick.text(), x - 6, y + 4, "end", Ink.SOFT);
    }
  }

  private void label(int index) {
    String label = plot.labels().get(index);
    if (frame.rows()) {
      List<String> lines = TextFit.wrap(label, frame.left() - 12, 2);
      double base = middle(index, plot.scale().min(), lines);
      svg.lines(lines, frame.left() - 8, base, "text-anchor", "end", "fill", svg.colour(Ink.INK));
    } else {
      double x = frame.x(index, plot.scale().min());
      plain(label, x, frame.bottom() + 17, "middle", Ink.SOFT);
    }
  }

  /** Baseline of the first of lines that stand around a place. */
  private double middle(double at, double value, List<String> lines) {
    return frame.y(at, value) + 4 - (lines.size() - 1) * TextFit.LINE / 2;
  }

  private void level(Marks.Level level) {
    double x = frame.x(-0.5, level.value());
    double y = frame.y(-0.5, level.value());
    if (frame.rows()) {
      double half = Math.min(width / 2, TextFit.room(List.of(level.text())) / 2);
      plain(level.text(), Math.clamp(x, half, width - half), frame.top() - 9, "middle", Ink.SOFT);
    } else {
      double base = y - frame.top() > 18 ? y - 5 : y + 14;
      rimmed(List.of(level.text()), x + 4, base, "start");
    }
  }

  private void flag(Marks.Flag flag) {
    double x = frame.x(flag.at(), plot.scale().max());
    double y = frame.top() - 10 - 18 * flag.lane();
    svg.element(
        "circle",
        "class",
        "flag",
        "cx",
        number(x),
        "cy",
        number(y),
        "r",
        "8",
        "fill",
        svg.colour(Ink.CARD),
        "stroke",
        svg.colour(Ink.SOFT));
    plain(Integer.toString(flag.number()), x, y + 4, "middle", Ink.INK);
  }

  private void words(Marks.Words words) {
    double x = frame.x(words.at(), words.value()) + 6;
    List<String> lines = TextFit.wrap(words.text(), width - x - 2, frame.rows() ? 2 : 3);
    rimmed(lines, x, middle(words.at(), words.value(), lines), "start");
  }

  /** Words that nothing else is drawn behind. */
  private void plain(String text, double x, double y, String anchor, Ink ink) {
    svg.lines(List.of(text), x, y, "text-anchor", anchor, "fill", svg.colour(ink));
  }

  /** Words with a rim of the card's colour, so that they are read on lines and hatching. */
  private void rimmed(List<String> lines, double x, double y, String anchor) {
    String card = svg.colour(Ink.CARD);
    svg.open("g", "class", "rim", "aria-hidden", "true", "text-anchor", anchor, "fill", card);
    svg.lines(lines, x, y, "stroke", card, "stroke-width", "4", "stroke-linejoin", "round");
    svg.close("g");
    svg.lines(lines, x, y, "text-anchor", anchor, "fill", svg.colour(Ink.SOFT));
  }
}
