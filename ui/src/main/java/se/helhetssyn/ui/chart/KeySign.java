package se.helhetssyn.ui.chart;

import java.util.function.Function;

/** The small picture before an explanation, on the screen and on paper. */
final class KeySign {
  private KeySign() {}

  static String of(Key key, Function<Ink, String> colour) {
    SvgText svg = new SvgText(colour);
    switch (key.sign()) {
      case BAND, SWATCH -> box(svg, key.ink());
      case HATCH -> hatched(svg);
    }
    return svg.toString();
  }

  private static void box(SvgText svg, Ink fill) {
    svg.element(
        "rect",
        "class",
        "sign",
        "x",
        "0.5",
        "y",
        "0.5",
        "width",
        "21",
        "height",
        "9",
        "fill",
        svg.colour(fill),
        "stroke",
        svg.colour(Ink.SOFT),
        "stroke-width",
        "0.75");
  }

  private static void hatched(SvgText svg) {
    box(svg, Ink.CARD);
    svg.element(
        "path",
        "d",
        "M1 7L7 1M5 9L13 1M11 9L19 1M17 9L21 5",
        "stroke",
        svg.colour(Ink.SOFT),
        "stroke-width",
        "0.75",
        "fill",
        "none");
  }
}
