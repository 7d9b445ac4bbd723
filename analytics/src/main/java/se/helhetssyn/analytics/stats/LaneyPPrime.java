package se.helhetssyn.analytics.stats;

import java.util.List;
import se.helhetssyn.analytics.stats.ChartPoint.Measured;

/**
 * Centre and spread of a P′ chart: a P chart whose limits also hold variation between periods.
 *
 * <p>Source: D. B. Laney, "Improved control charts for attributes", Quality Engineering 14 (2002):
 * limits p̄ ± 3·σᵢ·σz with σᵢ = √(p̄(1−p̄)/nᵢ) and σz = mean|zᵢ−zᵢ₋₁|/1.128. A σz below 1 is
 * allowed.
 *
 * @param centre the pooled share p̄, 0–1
 * @param sigmaZ spread of the standardised shares; 1 makes it the classical P chart
 */
public record LaneyPPrime(double centre, double sigmaZ) {
  private static final double MOVING_RANGE_TO_SIGMA = 1.128;
  private static final double LIMIT_SIGMAS = 3;

  /**
   * Computed from a baseline in order of time. Without binomial spread (p̄ is 0 or 1) every z is 0.
   *
   * @throws IllegalArgumentException for fewer than two points
   */
  public static LaneyPPrime of(List<Measured> baseline) {
    if (baseline.size() < 2) {
      throw new IllegalArgumentException("A baseline of " + baseline.size() + " points");
    }
    long numerator = baseline.stream().mapToLong(Measured::numerator).sum();
    long denominator = baseline.stream().mapToLong(Measured::denominator).sum();
    LaneyPPrime classical = new LaneyPPrime((double) numerator / denominator, 1);
    double ranges = 0;
    for (int i = 1; i < baseline.size(); i++) {
      ranges += Math.abs(classical.z(baseline.get(i)) - classical.z(baseline.get(i - 1)));
    }
    double meanRange = ranges / (baseline.size() - 1);
    return new LaneyPPrime(classical.centre(), meanRange / MOVING_RANGE_TO_SIGMA);
  }

  private double z(Measured point) {
    double sigma = sigma(point.denominator());
    return sigma == 0 ? 0 : (point.value() - centre) / sigma;
  }

  private double sigma(long denominator) {
    return Math.sqrt(centre * (1 - centre) / denominator) * sigmaZ;
  }

  /** The control limits at a denominator, cut to 0–1. */
  public Interval limits(long denominator) {
    double reach = LIMIT_SIGMAS * sigma(denominator);
    return new Interval(Math.max(0, centre - reach), Math.min(1, centre + reach));
  }

  /**
   * How far a point lies from the centre, in the chart's own sigmas and uncut; infinite where the
   * baseline had no variation and the point is off it.
   */
  double deviation(Measured point) {
    double distance = point.value() - centre;
    return distance == 0 ? 0 : distance / sigma(point.denominator());
  }
}
