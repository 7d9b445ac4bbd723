package se.helhetssyn.analytics.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Direction;
import se.helhetssyn.analytics.stats.ChartPoint.Measured;

/**
 * A share over time in one phase: its limits, the points that are more than normal variation, and
 * what the last one says.
 *
 * <p>Judged are measured points that are no longer preliminary. Gaps and preliminary points neither
 * extend nor break a pattern, as if the judged points stood side by side. With fewer than 12 judged
 * points there are no limits and no signals, only a median. With 12 to 24 the baseline is all of
 * them; with more it is the first 24, frozen. A new phase (reorganisation, changed routine) is a
 * chart of its own.
 */
public final class ControlChart {
  private static final int FEWEST_POINTS = 12;
  private static final int LONGEST_BASELINE = 24;

  private final List<ChartPoint> points;
  private final List<Measured> judged;
  private final @Nullable LaneyPPrime baseline;
  private final Map<Integer, Signal> signals;
  private final @Nullable Signal last;

  private ControlChart(List<ChartPoint> points) {
    this.points = List.copyOf(points);
    this.judged =
        this.points.stream().filter(ControlChart::isJudged).map(Measured.class::cast).toList();
    this.baseline =
        judged.size() < FEWEST_POINTS
            ? null
            : LaneyPPrime.of(judged.subList(0, Math.min(judged.size(), LONGEST_BASELINE)));
    List<@Nullable Signal> found =
        baseline == null ? List.of() : VariationRules.signals(baseline, judged);
    this.signals = byIndex(this.points, found);
    this.last = found.isEmpty() ? null : found.getLast();
  }

  /** The chart of consecutive periods, oldest first, one point each. */
  public static ControlChart of(List<ChartPoint> points) {
    return new ControlChart(points);
  }

  private static boolean isJudged(ChartPoint point) {
    return point instanceof Measured measured && !measured.preliminary();
  }

  private static Map<Integer, Signal> byIndex(
      List<ChartPoint> points, List<@Nullable Signal> found) {
    Map<Integer, Signal> byIndex = new HashMap<>();
    if (!found.isEmpty()) {
      int next = 0;
      for (int i = 0; i < points.size(); i++) {
        Signal signal = isJudged(points.get(i)) ? found.get(next++) : null;
        if (signal != null) {
          byIndex.put(i, signal);
        }
      }
    }
    return byIndex;
  }

  /** The centre and spread the limits are drawn from; empty with fewer than 12 judged points. */
  public Optional<LaneyPPrime> baseline() {
    return Optional.ofNullable(baseline);
  }

  /** The limits at a point, preliminary ones included; empty at a gap and without a baseline. */
  public Optional<Interval> limits(int index) {
    return baseline != null && points.get(index) instanceof Measured measured
        ? Optional.of(baseline.limits(measured.denominator()))
        : Optional.empty();
  }

  /** What the point at an index signals; empty for normal variation and for what is not judged. */
  public Optional<Signal> signal(int index) {
    return Optional.ofNullable(signals.get(index));
  }

  /** The median share of the judged points; empty without any. */
  public OptionalDouble median() {
    double[] sorted = judged.stream().mapToDouble(Measured::value).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }

  /** What the last judged point says, given which way is better. */
  public Variation variation(Direction better) {
    if (baseline == null) {
      return Variation.TOO_FEW_POINTS;
    }
    return last == null ? Variation.NORMAL : Variation.of(last, better);
  }

  /** Whether a target (0–1) can be expected to be met, by the limits of the last judged point. */
  public Assurance assurance(double target, Direction better) {
    return baseline == null
        ? Assurance.NOT_JUDGED
        : Assurance.of(baseline.limits(judged.getLast().denominator()), target, better);
  }
}
