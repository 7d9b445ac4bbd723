package se.helhetssyn.pipelines.lateness;

import java.util.List;

/**
 * How complete a table is so many days after the event.
 *
 * @param table canonical table
 * @param unit the unit that the rows name; empty for all rows together
 * @param rows rows with both dates (count)
 * @param shares share (0–1) of the rows that come that had been registered by day 0, 1, … 120;
 *     never falling. Empty where there are fewer rows than {@link ReverseKaplanMeier#LEAST}
 */
public record DelayCurve(String table, String unit, long rows, List<Double> shares) {
  /** The last day that is told. */
  public static final int LAST_DAY = 120;

  public DelayCurve {
    shares = List.copyOf(shares);
  }

  /** Whether it is about all rows together. */
  public boolean isOfAll() {
    return unit.isEmpty();
  }

  /** The first day on which the share is reached; 120 where it is not by then. */
  public int dayOf(double share) {
    for (int day = 0; day < shares.size(); day++) {
      if (shares.get(day) >= share) {
        return day;
      }
    }
    return LAST_DAY;
  }
}
