package se.helhetssyn.ui.chart;

/**
 * One entry of the explanation below a chart.
 *
 * @param sign what is drawn before the words
 * @param ink its colour
 * @param text what it means
 */
record Key(Sign sign, Ink ink, String text) {
  /** What is explained. */
  enum Sign {
    BAND,
    HATCH,
    SWATCH
  }
}
