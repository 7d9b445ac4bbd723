package se.helhetssyn.analytics.stats;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Quartiles of durations (whole days) of which some are still open. Each is the first day on which
 * the share remaining is at most 1 − q, decided in whole numbers; null if that is never reached.
 *
 * <p>Source: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations",
 * JASA 53 (1958); what is censored on a day is still at risk that day. The interval is that of R.
 * Brookmeyer and J. Crowley, Biometrics 38 (1982), on the log-log scale with Greenwood's variance.
 *
 * @param count durations, open ones included
 * @param open durations still open (count)
 * @param q1 first quartile
 * @param median median
 * @param q3 third quartile
 * @param lower lower limit of the median's 95 % interval
 * @param upper upper limit of the median's 95 % interval
 */
public record KaplanMeier(
    long count,
    long open,
    @Nullable Integer q1,
    @Nullable Integer median,
    @Nullable Integer q3,
    @Nullable Integer lower,
    @Nullable Integer upper) {

  /** Computed from a histogram in any order; several entries for one day add up. */
  public static KaplanMeier of(List<DayCount> histogram) {
    return new Curve(histogram).summary();
  }

  /** Walks the days once. The share remaining is kept · atRisk / (of · stretch). */
  private static final class Curve {
    private static final double Z = 1.959964;

    private final TreeMap<Integer, DayCount> days = new TreeMap<>();
    private final long count;
    private final long open;
    private final @Nullable Integer[] quartiles = new @Nullable Integer[3];
    private BigInteger kept = BigInteger.ONE;
    private BigInteger of = BigInteger.ONE;
    private long stretch;
    private long atRisk;
    private double survival = 1;
    private double greenwood;
    private @Nullable Integer lower;
    private @Nullable Integer upper;

    Curve(List<DayCount> histogram) {
      histogram.forEach(day -> days.merge(day.day(), day, Curve::sum));
      if (!days.isEmpty() && days.firstKey() < 0) {
        throw new IllegalArgumentException("Day " + days.firstKey() + " is before the first");
      }
      open = days.values().stream().mapToLong(DayCount::censored).sum();
      count = open + days.values().stream().mapToLong(DayCount::closed).sum();
      stretch = count;
      atRisk = count;
    }

    private static DayCount sum(DayCount a, DayCount b) {
      return new DayCount(a.day(), a.closed() + b.closed(), a.censored() + b.censored());
    }

    KaplanMeier summary() {
      days.values().forEach(this::pass);
      return new KaplanMeier(count, open, quartiles[0], quartiles[1], quartiles[2], lower, upper);
    }

    private void pass(DayCount day) {
      if (day.closed() > 0) {
        greenwood += (double) day.closed() / ((double) atRisk * (atRisk - day.closed()));
        survival *= (double) (atRisk - day.closed()) / atRisk;
        atRisk -= day.closed();
        reachQuartiles(day.day());
        reachMedianLimits(day.day());
      }
      if (day.censored() > 0) {
        kept = kept.multiply(BigInteger.valueOf(atRisk));
        of = of.multiply(BigInteger.valueOf(stretch));
        atRisk -= day.censored();
        stretch = atRisk;
      }
    }

    private void reachQuartiles(int day) {
      BigInteger remaining = kept.multiply(BigInteger.valueOf(atRisk)).shiftLeft(2);
      BigInteger whole = of.multiply(BigInteger.valueOf(stretch));
      for (int quarter = 1; quarter <= 3; quarter++) {
        BigInteger allowed = whole.multiply(BigInteger.valueOf(4L - quarter));
        if (quartiles[quarter - 1] == null && remaining.compareTo(allowed) <= 0) {
          quartiles[quarter - 1] = day;
        }
      }
    }

    /** At nothing remaining the log-log limits do not exist, so they cannot be reached there. */
    private void reachMedianLimits(int day) {
      if (atRisk == 0) {
        return;
      }
      double spread = Z * Math.sqrt(greenwood) / Math.abs(Math.log(survival));
      if (lower == null && Math.pow(survival, Math.exp(spread)) <= 0.5) {
        lower = day;
      }
      if (upper == null && Math.pow(survival, Math.exp(-spread)) <= 0.5) {
        upper = day;
      }
    }
  }
}
