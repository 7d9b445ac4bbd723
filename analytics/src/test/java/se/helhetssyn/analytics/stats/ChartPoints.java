package se.helhetssyn.analytics.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import se.helhetssyn.analytics.stats.ChartPoint.Measured;

/** Series of points for tests. */
final class ChartPoints {
  private ChartPoints() {}

  /** Final points with the same denominator. */
  static List<Measured> of(long denominator, long... numerators) {
    return LongStream.of(numerators).mapToObj(x -> new Measured(x, denominator, false)).toList();
  }

  @SafeVarargs
  static List<ChartPoint> join(List<? extends ChartPoint>... parts) {
    List<ChartPoint> all = new ArrayList<>();
    for (List<? extends ChartPoint> part : parts) {
      all.addAll(part);
    }
    return all;
  }
}
