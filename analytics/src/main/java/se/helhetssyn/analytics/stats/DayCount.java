package se.helhetssyn.analytics.stats;

/**
 * One whole day of a duration histogram.
 *
 * @param day days since the start, from 0
 * @param closed how many ended on that day (count)
 * @param censored how many were still open when last seen, on that day (count)
 */
public record DayCount(int day, long closed, long censored) {
  public DayCount {
    if (closed < 0 || censored < 0) {
      throw new IllegalArgumentException(
          "Day " + day + " with " + closed + " closed and " + censored + " censored");
    }
  }
}
