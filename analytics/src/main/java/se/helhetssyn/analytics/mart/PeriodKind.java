package se.helhetssyn.analytics.mart;

/** The length of a period, in calendar months of Europe/Stockholm. */
public enum PeriodKind {
  MONTH(1),
  QUARTER(3),
  YEAR(12),
  /** Twelve months that end with a quarter. */
  ROLLING_12M(12);

  private final int months;

  PeriodKind(int months) {
    this.months = months;
  }

  /** How many calendar months the period spans. */
  public int months() {
    return months;
  }

  /** Months from the beginning of one period to that of the next; windows overlap. */
  public int step() {
    return this == ROLLING_12M ? QUARTER.months : months;
  }
}
