package se.helhetssyn.pipelines.lateness;

import java.util.ArrayList;
import java.util.List;

/**
 * The distribution of delays of which only those are seen that have passed: a row whose event lies
 * {@code reach} days before the latest extraction is there only if it was registered within {@code
 * reach} days. Taken as they are, such rows make a table look faster than it is, and the more so
 * the later its events are.
 *
 * <p>The product-limit estimate in reverse time: with {@code n(j)} rows that came on day {@code j}
 * and {@code R(j)} that came by then out of those that had {@code j} days to come in, the share
 * that has come by day {@code d} is the product of {@code 1 − n(j) / R(j)} over {@code d < j ≤ m}.
 * It is the share of the rows that come within {@code m} days, the last day (at most 365) for which
 * {@code R} is at least 20: beyond that there is too little to judge by.
 *
 * <p>Source: S. W. Lagakos, L. M. Barraj and V. De Gruttola, "Nonparametric analysis of truncated
 * survival data, with application to AIDS", Biometrika 75 (1988).
 */
final class ReverseKaplanMeier {
  /** Fewest rows that a day is judged by. */
  static final long LEAST = 20;

  private static final int LONGEST = 365;

  private final long[] came = new long[LONGEST + 1];

  /** Rows that enter the risk set of each day, less those that leave it. */
  private final long[] entering = new long[LONGEST + 2];

  private long rows;

  /**
   * Adds rows.
   *
   * @param delay days from the event to the registration; one before the event counts as 0
   * @param reach days from the event to the latest extraction, at least the delay
   * @param count how many
   */
  void add(int delay, int reach, long count) {
    int day = Math.max(0, delay);
    rows += count;
    if (day <= LONGEST) {
      came[day] += count;
      entering[day] += count;
      entering[Math.min(reach, LONGEST) + 1] -= count;
    }
  }

  /** All rows that were added (count). */
  long rows() {
    return rows;
  }

  /** Share (0–1) that has come by day 0, 1, … last; empty with too few rows to judge by. */
  List<Double> shares(int last) {
    long[] atRisk = atRisk();
    int longest = LONGEST;
    while (longest >= 0 && atRisk[longest] < LEAST) {
      longest--;
    }
    if (longest < 0) {
      return List.of();
    }
    double[] share = new double[LONGEST + 1];
    double come = 1;
    for (int day = LONGEST; day >= 0; day--) {
      share[day] = come;
      if (day <= longest && atRisk[day] > 0) {
        come *= 1 - (double) came[day] / atRisk[day];
      }
    }
    List<Double> shares = new ArrayList<>();
    for (int day = 0; day <= last; day++) {
      shares.add(share[day]);
    }
    return shares;
  }

  private long[] atRisk() {
    long[] atRisk = new long[LONGEST + 1];
    long sum = 0;
    for (int day = 0; day <= LONGEST; day++) {
      sum += entering[day];
      atRisk[day] = sum;
    }
    return atRisk;
  }
}
