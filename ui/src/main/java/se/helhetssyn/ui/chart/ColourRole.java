package se.helhetssyn.ui.chart;

/** What a colour means; the style sheet decides what it looks like, in light and in dark. */
public enum ColourRole {
  INK,
  SOFT,
  ACCENT,
  BETTER,
  CONCERN
}
