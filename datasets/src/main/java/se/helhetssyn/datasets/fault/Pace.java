package se.helhetssyn.datasets.fault;

import java.util.Random;

/**
 * Decides which of the rows that could carry a fault get it. The gaps grow by a factor, so that a
 * delivery of any size gets some, and the number grows with the logarithm of its size only.
 */
final class Pace {
  private final Random random;
  private final double growth;
  private double gap;
  private long left;

  /**
   * @param gap about how many rows before the first
   * @param growth how much longer each gap is than the one before
   */
  Pace(Random random, double gap, double growth) {
    this.random = random;
    this.gap = gap;
    this.growth = growth;
    left = random.nextLong((long) gap);
  }

  /** Asked once for each row that could carry the fault. */
  boolean due() {
    if (left > 0) {
      left--;
      return false;
    }
    gap *= growth;
    left = (long) (gap * (0.5 + random.nextDouble()));
    return true;
  }
}
