package se.helhetssyn.analytics.mart;

/** The length of a period, in calendar months of Europe/Stockholm. */
public enum PeriodKind {
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  private final int months;

  PeriodKind(int months) {
    this.months = months;
  }

  /** How many calendar months the period spans. */
  public int months() {
    return months;
  }
}
