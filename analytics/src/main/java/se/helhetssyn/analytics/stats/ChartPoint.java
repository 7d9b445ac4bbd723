package se.helhetssyn.analytics.stats;

import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.ValueKind;

/** One period of a share over time. */
public sealed interface ChartPoint {
  /**
   * A share that may be shown.
   *
   * @param numerator count above the line, 0 to the denominator
   * @param denominator count below the line, above 0
   * @param preliminary whether registration may still change it: drawn, but not judged
   */
  record Measured(long numerator, long denominator, boolean preliminary) implements ChartPoint {
    public Measured {
      if (denominator <= 0 || numerator < 0 || numerator > denominator) {
        throw new IllegalArgumentException("No share: " + numerator + " of " + denominator);
      }
    }

    /** The share, 0–1. */
    public double value() {
      return (double) numerator / denominator;
    }
  }

  /** Hidden, missing or not applicable: neither a value nor zero. */
  record Gap() implements ChartPoint {}

  /**
   * The point a published share makes.
   *
   * @throws IllegalArgumentException for another kind of value
   */
  static ChartPoint of(Figure figure) {
    if (figure.kind() != ValueKind.SHARE) {
      throw new IllegalArgumentException("Only shares have a P′ chart: " + figure.key());
    }
    return figure.state() instanceof FigureState.Value value
            && value.numerator() != null
            && value.denominator() != null
        ? new Measured(value.numerator(), value.denominator(), figure.preliminary())
        : new Gap();
  }
}
