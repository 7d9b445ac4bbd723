package se.helhetssyn.analytics.quality;

import java.math.BigDecimal;

/**
 * How a check, one rule held against one table, fell out; a check has exactly one status. Told
 * apart as in OHDSI's Data Quality Dashboard (Blacketer et al. 2021, JAMIA 28(10):2251).
 */
public enum CheckStatus {
  /** The rule could not be held against the table, through a fault of its own. */
  ERROR,
  /** There was no row that the rule is about. */
  NOT_APPLICABLE,
  /** A larger share of the rows than the threshold broke the rule. */
  FAILED,
  /** At most the threshold's share of the rows broke the rule. */
  PASSED;

  /**
   * The status of a check. The comparison is exact: 29 of 100 rows do not exceed 0.29.
   *
   * @param checked rows that the rule was held against (count)
   * @param affected rows that broke it (count)
   * @param broken whether the check itself failed
   * @param threshold share of the rows checked, 0 to 1
   */
  public static CheckStatus of(long checked, long affected, boolean broken, double threshold) {
    if (broken) {
      return ERROR;
    }
    if (checked <= 0) {
      return NOT_APPLICABLE;
    }
    BigDecimal allowed = BigDecimal.valueOf(threshold).multiply(BigDecimal.valueOf(checked));
    return BigDecimal.valueOf(affected).compareTo(allowed) > 0 ? FAILED : PASSED;
  }
}
