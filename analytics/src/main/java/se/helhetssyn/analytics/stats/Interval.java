package se.helhetssyn.analytics.stats;

/**
 * A closed interval.
 *
 * @param lower lower limit, in the unit of what it belongs to
 * @param upper upper limit, never below the lower one
 */
public record Interval(double lower, double upper) {
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("No interval: " + lower + " to " + upper);
    }
  }
}
