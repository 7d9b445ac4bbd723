package se.helhetssyn.analytics.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.stats.ChartPoint.Measured;
import se.helhetssyn.analytics.stats.Signal.Rule;

/** Judges the points of a chart. Each rule marks every point of the pattern it finds. */
final class VariationRules {
  private static final int RUN = 7;

  /** Keeps a point that lies on a line from being moved off it by binary rounding. */
  private static final double ROUNDING = 1e-9;

  private static final double OUTER_THIRD = 2 + ROUNDING;
  private static final double LIMIT = 3 + ROUNDING;

  private final double[] values;
  private final double[] deviations;
  private final @Nullable Signal[] signals;

  private VariationRules(LaneyPPrime baseline, List<Measured> points) {
    values = points.stream().mapToDouble(Measured::value).toArray();
    deviations = points.stream().mapToDouble(baseline::deviation).toArray();
    signals = new @Nullable Signal[values.length];
  }

  /** One entry per point: what it signals, or null. */
  static List<@Nullable Signal> signals(LaneyPPrime baseline, List<Measured> points) {
    VariationRules rules = new VariationRules(baseline, points);
    rules.outsideLimits();
    rules.trend();
    rules.twoOfThree();
    rules.shift();
    return Arrays.asList(rules.signals);
  }

  private void mark(int point, Rule rule, boolean upward) {
    if (signals[point] == null) {
      signals[point] = new Signal(rule, upward);
    }
  }

  private void outsideLimits() {
    for (int i = 0; i < deviations.length; i++) {
      if (outside(i)) {
        mark(i, Rule.OUTSIDE_LIMITS, deviations[i] > 0);
      }
    }
  }

  private boolean outside(int point) {
    return Math.abs(deviations[point]) > LIMIT;
  }

  private void trend() {
    int start = 0;
    for (int i = 1; i < values.length; i++) {
      double step = Math.signum(values[i] - values[i - 1]);
      boolean goesOn = i - start == 1 || step == Math.signum(values[i - 1] - values[i - 2]);
      start = step == 0 ? i : goesOn ? start : i - 1;
      if (i - start + 1 >= RUN) {
        markAll(start, i, Rule.TREND, step > 0);
      }
    }
  }

  private void markAll(int first, int last, Rule rule, boolean upward) {
    for (int i = first; i <= last; i++) {
      mark(i, rule, upward);
    }
  }

  private void twoOfThree() {
    for (int first = 0; first + 2 < deviations.length; first++) {
      double side = side(first);
      int outer = 0;
      for (int i = first; i < first + 3; i++) {
        outer += side(i) != side ? -3 : inOuterThird(i) ? 1 : 0;
      }
      for (int i = first; i < first + 3 && outer >= 2; i++) {
        if (inOuterThird(i)) {
          mark(i, Rule.TWO_OF_THREE, side > 0);
        }
      }
    }
  }

  private double side(int point) {
    return Math.signum(deviations[point]);
  }

  private boolean inOuterThird(int point) {
    return Math.abs(deviations[point]) > OUTER_THIRD && !outside(point);
  }

  private void shift() {
    int[] offCentre = offCentre();
    int start = 0;
    for (int i = 0; i < offCentre.length; i++) {
      boolean upward = side(offCentre[i]) > 0;
      start = side(offCentre[i]) == side(offCentre[start]) ? start : i;
      for (int j = start; j <= i && i - start + 1 >= RUN; j++) {
        mark(offCentre[j], Rule.SHIFT, upward);
      }
    }
  }

  private int[] offCentre() {
    return IntStream.range(0, deviations.length).filter(i -> deviations[i] != 0).toArray();
  }
}
