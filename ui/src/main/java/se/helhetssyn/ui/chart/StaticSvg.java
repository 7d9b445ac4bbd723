package se.helhetssyn.ui.chart;

import static se.helhetssyn.ui.chart.SvgText.number;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A chart as one SVG document for paper and files: title, drawing, explanations and annotations, in
 * the colours of paper, with a generic font and without script. It needs neither server nor
 * browser.
 */
public final class StaticSvg {
  private static final double GAP = 8;
  private static final double PANEL = 190;

  private final ChartConfig config;
  private final int width;
  private final SvgText svg = new SvgText(Ink::paper);
  private double y;

  private StaticSvg(ChartConfig config, int width) {
    this.config = config;
    this.width = width;
  }

  /**
   * Draws a chart.
   *
   * @param width in pixels; the height follows from what is drawn
   * @return a well-formed SVG document
   * @throws IllegalArgumentException if there is not room for anything
   */
  public static String of(ChartConfig config, int width) {
    if (width < 160) {
      throw new IllegalArgumentException(width + " pixels are too few");
    }
    return new StaticSvg(config, width).document();
  }

  private String document() {
    paragraph(config.title(), "font-weight", "600", "font-size", "14");
    if (config.isEmpty()) {
      paragraph(config.summary());
    } else {
      drawing();
    }
    Plots.keys(config).forEach(this::key);
    annotations();
    SvgText whole = new SvgText(Ink::paper);
    whole.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "role",
        "img",
        "width",
        Integer.toString(width),
        "height",
        number(y + GAP),
        "viewBox",
        "0 0 " + width + " " + number(y + GAP),
        "font-family",
        "sans-serif",
        "font-size",
        "12");
    whole.words("title", config.title()).words("desc", config.summary());
    pattern(whole);
    return whole.markup(svg.toString()).close("svg").toString();
  }

  private static void pattern(SvgText whole) {
    whole
        .open("defs")
        .open(
            "pattern",
            "id",
            PlotSvg.HATCH,
            "width",
            "8",
            "height",
            "8",
            "patternUnits",
            "userSpaceOnUse");
    whole.element(
        "path",
        "d",
        "M-2 6L6 -2M2 10L10 2",
        "stroke",
        whole.colour(Ink.SOFT),
        "stroke-opacity",
        "0.35");
    whole.close("pattern").close("defs");
  }

  private void paragraph(String words, String... style) {
    List<String> lines = TextFit.wrap(words, width * 0.92, 6);
    String[] all = Arrays.copyOf(style, style.length + 2);
    all[style.length] = "fill";
    all[style.length + 1] = svg.colour(Ink.INK);
    svg.lines(lines, 0, y + 14, all);
    y += lines.size() * TextFit.LINE + GAP;
  }

  private void drawing() {
    if (config instanceof HeatTable table) {
      y += new HeatSvg(table, width, svg).draw(y);
      return;
    }
    List<Plot> plots = Plots.of(config);
    int columns = plots.size() == 1 ? 1 : (int) Math.clamp(width / PANEL, 1, 6);
    double each = (width - (columns - 1) * 2 * GAP) / columns;
    double names = plots.stream().mapToDouble(plot -> name(plot, each).size()).max().orElse(0);
    double row =
        names * TextFit.LINE
            + (names > 0 ? GAP : 0)
            + plots.stream().mapToInt(Plot::height).max().orElse(0);
    IntStream.range(0, plots.size())
        .forEach(i -> {
          double bottom = y + row * (Math.floorDiv(i, columns) + 1);
          panel(plots.get(i), each, i % columns * (each + 2 * GAP), bottom);
        });
    y += row * Math.ceilDiv(plots.size(), columns) + GAP;
  }

  private static List<String> name(Plot plot, double room) {
    return plot.name().isEmpty() ? List.of() : TextFit.wrap(plot.name(), room, 3);
  }

  /** A plot that stands on a line, with its name above it. */
  private void panel(Plot plot, double each, double left, double bottom) {
    String place = "translate(" + number(left) + " " + number(bottom - plot.height()) + ")";
    svg.open("g", "transform", place);
    List<String> name = name(plot, each);
    double first = -4 - (name.size() - 1) * TextFit.LINE;
    svg.lines(name, 0, first, "font-weight", "600", "fill", svg.colour(Ink.INK));
    new PlotSvg(plot, each, svg).draw();
    svg.close("g");
  }

  private void key(Key key) {
    svg.open("g", "transform", "translate(0 " + number(y + 3) + ")");
    svg.markup(KeySign.of(key, Ink::paper)).close("g");
    List<String> lines = TextFit.wrap(key.text(), width - 32, 2);
    svg.lines(lines, 30, y + 12, "fill", svg.colour(Ink.SOFT));
    y += lines.size() * TextFit.LINE + 4;
  }

  private void annotations() {
    List<String> notes = Plots.annotations(config);
    for (int i = 0; i < notes.size(); i++) {
      List<String> lines = TextFit.wrap(notes.get(i), width - 32, 3);
      svg.lines(
          List.of((i + 1) + "."), 22, y + 14, "text-anchor", "end", "fill", svg.colour(Ink.INK));
      svg.lines(lines, 30, y + 14, "fill", svg.colour(Ink.INK));
      y += lines.size() * TextFit.LINE + 4;
    }
  }
}
