package se.helhetssyn.analytics.disclosure;

/** Writes {@link PrimaryRule} as SQL, branch by branch in the same order. */
final class PrimaryRuleSql {
  private PrimaryRuleSql() {}

  static String condition(int k, int fewestForExtremes, int fewestForMedian) {
    return """
    coalesce(CASE
      WHEN value_kind = 'COUNT' THEN %1$s OR %7$s OR %3$s
      WHEN value_kind IN ('DAYS', 'SCORE') THEN %2$s OR %4$s OR %5$s
      WHEN value_kind = 'RATE' THEN %2$s OR %3$s OR (numerator = 0 AND %6$s)
      WHEN value_kind IN ('SHARE', 'MONTHS')
        THEN %2$s OR %4$s OR ((numerator = 0 OR numerator = denominator) AND %6$s)
    END, TRUE)\
    """
        .formatted(
            below("persons", k),
            fewAnywhere(k),
            dominated("numerator"),
            dominated("denominator"),
            below("denominator", fewestForMedian),
            extreme(fewestForExtremes),
            below("persons_numerator", k));
  }

  private static String below(String column, int limit) {
    return "%s BETWEEN 1 AND %d".formatted(column, limit - 1);
  }

  private static String fewAnywhere(int k) {
    return String.join(
        " OR ",
        below("persons_numerator", k),
        below("persons_rest", k),
        below("persons", k),
        below("denominator", k));
  }

  private static String dominated(String events) {
    return "4 * largest > 3 * %1$s OR 10 * (largest + second_largest) > 9 * %1$s".formatted(events);
  }

  private static String extreme(int fewest) {
    return "sensitive AND (%s OR %s)"
        .formatted(below("denominator", fewest), below("persons", fewest));
  }
}
