package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/**
 * One stream of chance. Each person and unit has its own, so that nothing depends on the order in
 * which rows are made; {@link Random} and {@link StrictMath} give the same numbers on every JDK.
 */
final class Chance {
  private final Random random;

  private Chance(long seed) {
    random = new Random(seed);
  }

  static Chance of(long seed, String stream, long... ids) {
    long mixed = mix(seed ^ 0x9E3779B97F4A7C15L);
    for (int i = 0; i < stream.length(); i++) {
      mixed = mix(mixed * 31 + stream.charAt(i));
    }
    for (long id : ids) {
      mixed = mix(mixed * 31 + id);
    }
    return new Chance(mixed);
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** Evenly from low to high, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  double uniform() {
    return random.nextDouble();
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  /** A share that varies between units, never extreme. */
  double share(double mean, double deviation) {
    return Math.clamp(normal(mean, deviation), mean - 2 * deviation, mean + 2 * deviation);
  }

  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * random.nextGaussian());
  }

  int logNormalDays(double median, double sigma) {
    return (int) Math.min(logNormal(median, sigma), 3_650);
  }

  int exponentialDays(double mean) {
    return (int) (-mean * StrictMath.log(1 - random.nextDouble()));
  }

  /** Number of independent events around the mean (Knuth 1969, vol. 2, 3.4.1; normal above 30). */
  int count(double mean) {
    if (mean > 30) {
      return (int) Math.max(0, StrictMath.round(normal(mean, StrictMath.sqrt(mean))));
    }
    double limit = StrictMath.exp(-mean);
    int events = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      events++;
    }
    return events;
  }

  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  String answer(double yes, double unknown) {
    double draw = random.nextDouble();
    return draw < yes ? "YES" : draw < yes + unknown ? "UNKNOWN" : "NO";
  }

  /** A time of the day at five minutes; never at night, when clocks are changed. */
  LocalDateTime at(LocalDate day, int firstHour, int lastHour) {
    return day.atTime(between(firstHour, lastHour), 5 * between(0, 11));
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
