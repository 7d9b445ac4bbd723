package se.helhetssyn.analytics.stats;

/**
 * The 95 % score interval of a share (0–1).
 *
 * <p>Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * JASA 22 (1927); with z = 1.959964. The limits at no and at all are exactly 0 and 1.
 */
public final class Wilson {
  private static final double Z = 1.959964;
  private static final double Z2 = Z * Z;

  private Wilson() {}

  /**
   * The interval around {@code numerator / denominator}.
   *
   * @throws IllegalArgumentException without a denominator, or when the counts are no share
   */
  public static Interval interval(long numerator, long denominator) {
    if (denominator <= 0 || numerator < 0 || numerator > denominator) {
      throw new IllegalArgumentException("No share: " + numerator + " of " + denominator);
    }
    double n = denominator;
    double p = numerator / n;
    double centre = p + Z2 / (2 * n);
    double half = Z * Math.sqrt(p * (1 - p) / n + Z2 / (4 * n * n));
    double scale = 1 + Z2 / n;
    return new Interval(
        numerator == 0 ? 0 : (centre - half) / scale,
        numerator == denominator ? 1 : (centre + half) / scale);
  }

  /**
   * The lower limit as SQL for Spark and DuckDB; null where the denominator is null or not positive
   * or the numerator is null.
   *
   * @param numerator SQL text of a count
   * @param denominator SQL text of a count
   */
  public static String sqlLower(String numerator, String denominator) {
    return sql(numerator, denominator, "(%1$s) = 0 THEN 0E0", "-");
  }

  /** The upper limit as SQL; see {@link #sqlLower}. */
  public static String sqlUpper(String numerator, String denominator) {
    return sql(numerator, denominator, "(%1$s) = (%2$s) THEN 1E0", "+");
  }

  private static String sql(String numerator, String denominator, String edge, String sign) {
    String x = "CAST((%s) AS DOUBLE)".formatted(numerator);
    String n = "CAST((%s) AS DOUBLE)".formatted(denominator);
    String p = "(%s / %s)".formatted(x, n);
    String centre = "%s + %sE0 / (2E0 * %s)".formatted(p, Z2, n);
    String half =
        "%sE0 * sqrt(%s * (1E0 - %s) / %s + %sE0 / (4E0 * %s * %s))"
            .formatted(Z, p, p, n, Z2, n, n);
    return "CASE WHEN (%2$s) > 0 THEN CASE WHEN %3$s ELSE (%4$s %5$s %6$s) / (1E0 + %7$sE0 / %8$s) END END"
        .formatted(
            numerator,
            denominator,
            edge.formatted(numerator, denominator),
            centre,
            sign,
            half,
            Z2,
            n);
  }
}
