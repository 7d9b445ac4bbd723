package se.helhetssyn.analytics.disclosure;

/**
 * The primary small-number rule: whether one figure, looked at by itself, is about too few persons
 * to be shown. A hidden figure is hidden whole, its denominator included. What several figures tell
 * together is not judged here.
 *
 * <p>Hidden is a figure where any of these holds:
 *
 * <ul>
 *   <li>the distinct persons in the numerator, in the rest or in both, or the denominator, are 1 to
 *       k − 1;
 *   <li>it is sensitive and 0 % or 100 % (for a rate: 0) with fewer than 10 rows or persons;
 *   <li>one person stands for more than 75 % of the events, or two for more than 90 %;
 *   <li>it is a median of fewer than 10 durations.
 * </ul>
 *
 * <p>A plain count is hidden by its persons and by dominance alone, so its zero is shown. A figure
 * with nothing in its denominator is not hidden: it is not applicable, and has no number to hide.
 *
 * <p>Indicators about staff's work count conferences, not persons; the caller does not ask about
 * them unless the figure is limited by an attribute of persons. Nor does it ask about sources
 * declared non-personal and public.
 *
 * @param k the smallest number of persons that is shown
 */
public record PrimaryRule(int k) {
  /** The rule of the protected layer. */
  public static final PrimaryRule PROTECTED = new PrimaryRule(5);

  /** The rule of the public layer. */
  public static final PrimaryRule PUBLIC = new PrimaryRule(10);

  private static final int FEWEST_FOR_EXTREMES = 10;
  private static final int FEWEST_FOR_MEDIAN = 10;

  public PrimaryRule {
    if (k < 2) {
      throw new IllegalArgumentException("k = " + k + " hides nothing");
    }
  }

  /** Whether the figure is to be hidden. */
  public boolean hides(Support s) {
    return switch (s.kind()) {
      case COUNT -> few(s.persons()) || few(s.personsNumerator()) || dominated(s);
      case DAYS, SCORE ->
          fewAnywhere(s) || dominated(s) || below(s.denominator(), FEWEST_FOR_MEDIAN);
      case RATE -> fewAnywhere(s) || dominated(s) || (s.numerator() == 0 && extreme(s));
      case SHARE, MONTHS -> fewAnywhere(s) || dominated(s) || (allOrNone(s) && extreme(s));
    };
  }

  private boolean fewAnywhere(Support s) {
    return few(s.personsNumerator())
        || few(s.personsRest())
        || few(s.persons())
        || few(s.denominator());
  }

  private boolean few(long count) {
    return below(count, k);
  }

  private static boolean below(long count, int limit) {
    return count >= 1 && count < limit;
  }

  private static boolean allOrNone(Support s) {
    return s.numerator() == 0 || s.numerator() == s.denominator();
  }

  private static boolean extreme(Support s) {
    return s.sensitive()
        && (below(s.denominator(), FEWEST_FOR_EXTREMES) || below(s.persons(), FEWEST_FOR_EXTREMES));
  }

  private static boolean dominated(Support s) {
    return 4 * s.largest() > 3 * s.events()
        || 10 * (s.largest() + s.secondLargest()) > 9 * s.events();
  }

  /**
   * Condition that a count of persons is too small to be told, for a count that is published beside
   * a figure and is not part of it.
   *
   * @param persons SQL text of a count of distinct persons
   */
  public String sqlTooFew(String persons) {
    return "%s BETWEEN 1 AND %d".formatted(persons, k - 1);
  }

  /**
   * The same rule as SQL for Spark and DuckDB, over the columns {@code value_kind}, {@code
   * sensitive}, {@code numerator}, {@code denominator}, {@code persons_numerator}, {@code
   * persons_rest}, {@code persons}, {@code largest} and {@code second_largest}. It is never null: a
   * figure that an unknown kind or a null leaves undecided is hidden.
   */
  public String sqlCondition() {
    return PrimaryRuleSql.condition(k, FEWEST_FOR_EXTREMES, FEWEST_FOR_MEDIAN);
  }
}
