package se.helhetssyn.ui.chart;

import static se.helhetssyn.ui.chart.SvgText.number;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws a heat table as SVG. */
final class HeatSvg {
  private static final double PAD = 6;

  /** So many that the words of a state are never cut. */
  private static final int MOST_LINES = 20;

  private final HeatTable table;
  private final HeatShades shades;
  private final SvgText svg;
  private final double head;
  private final double[] left;

  HeatSvg(HeatTable table, double width, SvgText svg) {
    this.table = table;
    this.shades = HeatShades.of(table);
    this.svg = svg;
    List<String> names = table.rows().stream().map(HeatTable.Row::label).toList();
    this.head = Math.min(TextFit.room(names) + 2 * PAD, 0.35 * width);
    this.left = edges(table, head, width);
  }

  /** Left edges of the columns, and the right edge: each as wide as its longest word asks for. */
  private static double[] edges(HeatTable table, double head, double width) {
    double[] words =
        IntStream.range(0, table.columns().size())
            .mapToDouble(i -> longestWord(table, i) + 2)
            .toArray();
    double[] edges = new double[words.length + 1];
    edges[0] = head;
    double all = DoubleStream.of(words).sum();
    for (int i = 0; i < words.length; i++) {
      edges[i + 1] = edges[i] + (width - head) * words[i] / all;
    }
    return edges;
  }

  private static int longestWord(HeatTable table, int column) {
    return Stream.concat(
            Stream.of(table.columns().get(column)),
            table.rows().stream().map(row -> row.cells().get(column).text()))
        .flatMap(text -> Stream.of(text.split(" ", -1)))
        .mapToInt(String::length)
        .max()
        .orElse(1);
  }

  private double room(int column) {
    return left[column + 1] - left[column] - 2 * PAD;
  }

  /**
   * Adds the table.
   *
   * @return its height
   */
  double draw(double top) {
    List<List<String>> headings = columns(table.columns(), 3);
    List<String> corner = TextFit.wrap(table.corner(), head - PAD, 3);
    double y = top + Math.max(height(headings), height(List.of(corner)));
    words(corner, 0, top, Ink.SOFT);
    for (int i = 0; i < headings.size(); i++) {
      words(headings.get(i), left[i] + PAD, top, Ink.SOFT);
    }
    for (HeatTable.Row row : table.rows()) {
      y += row(row, y);
    }
    return y - top + PAD;
  }

  private double row(HeatTable.Row row, double top) {
    List<String> name = TextFit.wrap(row.label(), head - PAD, 3);
    List<List<String>> cells =
        columns(row.cells().stream().map(ChartPoint::text).toList(), MOST_LINES);
    double height = Math.max(height(cells), height(List.of(name)));
    words(name, 0, top, Ink.INK);
    for (int i = 0; i < cells.size(); i++) {
      box(row.cells().get(i), i, top, height);
      words(cells.get(i), left[i] + PAD, top, Ink.INK);
    }
    return height;
  }

  private List<List<String>> columns(List<String> texts, int most) {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> TextFit.wrap(texts.get(i), room(i), most))
        .toList();
  }

  private static double height(List<List<String>> texts) {
    return texts.stream().mapToInt(List::size).max().orElse(1) * TextFit.LINE + 2 * PAD;
  }

  private void box(ChartPoint point, int column, double y, double height) {
    String plain = svg.colour(shades.shade(point).orElse(Ink.CARD));
    svg.element(
        "rect",
        "class",
        "cell",
        "x",
        number(left[column]),
        "y",
        number(y),
        "width",
        number(left[column + 1] - left[column]),
        "height",
        number(height),
        "fill",
        point.hidden() ? "url(#" + PlotSvg.HATCH + ")" : plain,
        "stroke",
        svg.colour(Ink.CARD));
  }

  private void words(List<String> lines, double x, double y, Ink ink) {
    svg.lines(lines, x, y + PAD + 11, "fill", svg.colour(ink));
  }
}
