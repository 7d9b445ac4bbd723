package se.helhetssyn.analytics.stats;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Quartiles of whole numbers that are all known, by linear interpolation between the two nearest.
 *
 * <p>Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American
 * Statistician 50 (1996), definition 7.
 *
 * @param q1 first quartile
 * @param median median
 * @param q3 third quartile
 */
public record Quartiles(double q1, double median, double q3) {

  /**
   * Computed from how many there are of each value, open ones too, in any order.
   *
   * @throws IllegalArgumentException for none at all
   */
  public static Quartiles of(List<DayCount> histogram) {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    histogram.forEach(h -> counts.merge(h.day(), h.closed() + h.censored(), Long::sum));
    long count = counts.values().stream().mapToLong(Long::longValue).sum();
    if (count == 0) {
      throw new IllegalArgumentException("No quartiles of nothing");
    }
    return new Quartiles(
        quantile(counts, count, 0.25), quantile(counts, count, 0.5), quantile(counts, count, 0.75));
  }

  private static double quantile(TreeMap<Integer, Long> counts, long count, double share) {
    double place = (count - 1) * share;
    long below = (long) Math.floor(place);
    int lower = at(counts, below);
    int upper = at(counts, Math.min(below + 1, count - 1));
    return lower + (place - below) * (upper - lower);
  }

  private static int at(TreeMap<Integer, Long> counts, long place) {
    long passed = 0;
    for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
      passed += entry.getValue();
      if (place < passed) {
        return entry.getKey();
      }
    }
    throw new IllegalStateException("place " + place + " is beyond all values");
  }
}
