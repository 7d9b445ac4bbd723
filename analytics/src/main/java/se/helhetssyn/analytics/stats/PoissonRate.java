package se.helhetssyn.analytics.stats;

/**
 * The 95 % interval of a rate per 1,000 person-days: exact by Poisson for fewer than ten events,
 * else Byar's approximation.
 *
 * <p>Sources: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936); N.
 * E. Breslow and N. E. Day, "Statistical methods in cancer research II" (1987), formula of Byar;
 * with z = 1.959964.
 */
public final class PoissonRate {
  private static final double Z = 1.959964;
  private static final int PER = 1000;
  private static final int EXACT_BELOW = 10;
  private static final double TAIL = 0.025;

  private PoissonRate() {}

  /**
   * The interval of a rate.
   *
   * @param events count
   * @param days person-days
   * @throws IllegalArgumentException without person-days, or for a negative count
   */
  public static Interval interval(long events, long days) {
    if (days <= 0 || events < 0) {
      throw new IllegalArgumentException("No rate: " + events + " in " + days + " days");
    }
    return new Interval(PER * lower(events) / days, PER * upper(events) / days);
  }

  /** Lower limit of a count. */
  static double lower(long events) {
    if (events >= EXACT_BELOW) {
      double count = (double) events;
      return count * cube(1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count)));
    }
    return events == 0 ? 0 : meanWhere(events - 1, 1 - TAIL);
  }

  /** Upper limit of a count. */
  static double upper(long events) {
    double next = events + 1.0;
    return events >= EXACT_BELOW
        ? next * cube(1 - 1 / (9 * next) + Z / (3 * Math.sqrt(next)))
        : meanWhere(events, TAIL);
  }

  private static double cube(double x) {
    return x * x * x;
  }

  /** The mean of the Poisson distribution of which at most {@code events} has this probability. */
  private static double meanWhere(long events, double probability) {
    double low = 0;
    double high = 100;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (atMost(events, middle) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double atMost(long events, double mean) {
    double term = Math.exp(-mean);
    double sum = term;
    for (int i = 1; i <= events; i++) {
      term *= mean / i;
      sum += term;
    }
    return sum;
  }

  /**
   * The lower limit as SQL for Spark and DuckDB; null where there are no person-days.
   *
   * @param events SQL text of a count
   * @param days SQL text of a count
   */
  public static String sqlLower(String events, String days) {
    return sql(
        events,
        days,
        true,
        "%1$s * pow(1E0 - 1E0 / (9E0 * %1$s) - %2$sE0 / (3E0 * sqrt(%1$s)), 3)");
  }

  /** The upper limit as SQL; see {@link #sqlLower}. */
  public static String sqlUpper(String events, String days) {
    return sql(
        events,
        days,
        false,
        "(%1$s + 1E0) * pow(1E0 - 1E0 / (9E0 * (%1$s + 1E0)) + %2$sE0 / (3E0 * sqrt(%1$s + 1E0)), 3)");
  }

  private static String sql(String events, String days, boolean lower, String byar) {
    String count = "CAST((%s) AS DOUBLE)".formatted(events);
    StringBuilder limit = new StringBuilder("CASE (%s)".formatted(events));
    for (int i = 0; i < EXACT_BELOW; i++) {
      limit.append(" WHEN %d THEN %sE0".formatted(i, lower ? lower(i) : upper(i)));
    }
    limit.append(" ELSE ").append(byar.formatted(count, Z)).append(" END");
    return "CASE WHEN (%s) > 0 THEN %dE0 * (%s) / CAST((%s) AS DOUBLE) END"
        .formatted(days, PER, limit, days);
  }
}
