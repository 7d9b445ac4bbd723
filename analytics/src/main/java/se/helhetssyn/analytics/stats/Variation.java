package se.helhetssyn.analytics.stats;

import se.helhetssyn.analytics.mart.Direction;

/** What the last judged point of a chart says. */
public enum Variation {
  /** More than normal variation, in the better direction. */
  BETTER,
  /** More than normal variation, in the worse direction. */
  WORSE,
  /** More than normal variation where neither direction is better. */
  CHANGED,
  /** Nothing beyond normal variation. */
  NORMAL,
  /** Fewer than 12 points: nothing is judged. */
  TOO_FEW_POINTS;

  static Variation of(Signal signal, Direction better) {
    return switch (better) {
      case HIGHER -> signal.upward() ? BETTER : WORSE;
      case LOWER -> signal.upward() ? WORSE : BETTER;
      case NONE -> CHANGED;
    };
  }
}
