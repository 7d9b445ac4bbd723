package se.helhetssyn.ui.indicator;

import java.util.List;

/** One figure as people read it. */
public sealed interface Reading {
  /**
   * A figure that may be shown.
   *
   * @param amount the number, or a word where the number is not reached
   * @param unit what follows it; may be empty
   * @param of of how many; may be empty
   * @param interval how sure; may be empty
   * @param uncertain whether so much is unknown that the number is shown softly
   * @param notes reservations, for example that registration is still going on
   */
  record Shown(
      String amount, String unit, String of, String interval, boolean uncertain, List<String> notes)
      implements Reading {
    public Shown {
      notes = List.copyOf(notes);
    }

    /** Number and unit together. */
    public String value() {
      return unit.isEmpty() ? amount : amount + '\u00a0' + unit;
    }
  }

  /**
   * No figure.
   *
   * @param sentence why
   * @param hatched whether there is a figure that is not shown or was not delivered
   */
  record NotShown(String sentence, boolean hatched) implements Reading {}

  /** The value, or why there is none, on one line. */
  default String line() {
    return switch (this) {
      case Shown shown -> shown.value();
      case NotShown none -> none.sentence();
    };
  }
}
