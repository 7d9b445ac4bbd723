package se.helhetssyn.analytics.stats;

import se.helhetssyn.analytics.mart.Direction;

/**
 * Whether a process can be expected to meet its target: the limits of its last point against the
 * target (NHS England, "Making data count").
 */
public enum Assurance {
  /** The target lies on the worse side of both limits. */
  MET,
  /** The target lies on the better side of both limits. */
  NOT_MET,
  /** The target lies between the limits or on one of them. */
  HIT_AND_MISS,
  /** No direction, or too few points for limits. */
  NOT_JUDGED;

  /** Judges limits; a series without variation on its target meets it. */
  static Assurance of(Interval limits, double target, Direction better) {
    return switch (better) {
      case HIGHER -> of(limits.lower() - target, limits.upper() - target);
      case LOWER -> of(target - limits.upper(), target - limits.lower());
      case NONE -> NOT_JUDGED;
    };
  }

  private static Assurance of(double worstMargin, double bestMargin) {
    if (worstMargin > 0 || (worstMargin == 0 && bestMargin == 0)) {
      return MET;
    }
    return bestMargin < 0 ? NOT_MET : HIT_AND_MISS;
  }
}
