package se.helhetssyn.ui.chart;

import static se.helhetssyn.ui.chart.SvgText.number;

import java.util.List;

/** Draws a heat table as SVG. */
final class HeatSvg {
  private static final double PAD = 6;

  private final HeatTable table;
  private final HeatShades shades;
  private final SvgText svg;
  private final double head;
  private final double cell;

  HeatSvg(HeatTable table, double width, SvgText svg) {
    this.table = table;
    this.shades = HeatShades.of(table);
    this.svg = svg;
    List<String> names = table.rows().stream().map(HeatTable.Row::label).toList();
    this.head = Math.min(TextFit.room(names) + 2 * PAD, 0.35 * width);
    this.cell = (width - head) / Math.max(1, table.columns().size());
  }

  /**
   * Adds the table.
   *
   * @return its height
   */
  double draw(double top) {
    List<List<String>> headings =
        table.columns().stream().map(c -> TextFit.wrap(c, cell - 2 * PAD, 3)).toList();
    double y = top + height(headings);
    words(TextFit.wrap(table.corner(), head - PAD, 2), 0, top, Ink.SOFT);
    for (int i = 0; i < headings.size(); i++) {
      words(headings.get(i), head + i * cell + PAD, top, Ink.SOFT);
    }
    for (HeatTable.Row row : table.rows()) {
      y += row(row, y);
    }
    return y - top + PAD;
  }

  private double row(HeatTable.Row row, double top) {
    List<String> name = TextFit.wrap(row.label(), head - PAD, 3);
    List<List<String>> cells =
        row.cells().stream().map(c -> TextFit.wrap(c.text(), cell - 2 * PAD, 5)).toList();
    double height = Math.max(height(cells), height(List.of(name)));
    words(name, 0, top, Ink.INK);
    for (int i = 0; i < cells.size(); i++) {
      box(row.cells().get(i), head + i * cell, top, height);
      words(cells.get(i), head + i * cell + PAD, top, Ink.INK);
    }
    return height;
  }

  private static double height(List<List<String>> texts) {
    return texts.stream().mapToInt(List::size).max().orElse(1) * TextFit.LINE + 2 * PAD;
  }

  private void box(ChartPoint point, double x, double y, double height) {
    String plain = svg.colour(shades.shade(point).orElse(Ink.CARD));
    svg.element(
        "rect",
        "class",
        "cell",
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(cell),
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
