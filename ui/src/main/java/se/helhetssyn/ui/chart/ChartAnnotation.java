package se.helhetssyn.ui.chart;

/**
 * Something to know about a place along a line chart.
 *
 * @param kind whether it is about one label or everything from it on
 * @param at index of the label
 * @param text what happened, with its date
 */
public record ChartAnnotation(Kind kind, int at, String text) {
  /** What an annotation is about. */
  public enum Kind {
    /** One label. */
    NOTE,
    /** From this label on things are done another way: a line before it, and the band is broken. */
    PHASE
  }
}
