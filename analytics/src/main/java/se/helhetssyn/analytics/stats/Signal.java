package se.helhetssyn.analytics.stats;

/**
 * Why a point is more than normal variation.
 *
 * @param rule the first rule that holds, in the order of {@link Rule}
 * @param upward whether the point lies above the centre, or the trend rises
 */
public record Signal(Rule rule, boolean upward) {
  /** The four rules of NHS England's "Making data count", in order of precedence. */
  public enum Rule {
    /** The point is outside the limits; on a limit is not outside. */
    OUTSIDE_LIMITS,
    /** Part of seven or more points that all rise or all fall; a tie ends the trend. */
    TREND,
    /**
     * In the outer third with one of the two points beside it in three consecutive ones, all three
     * on the same side; a point outside the limits is not one of the two.
     */
    TWO_OF_THREE,
    /** Part of seven or more points on one side; points on the centre neither extend nor break. */
    SHIFT
  }
}
