package se.helhetssyn.analytics.indicator;

import java.util.Locale;

/**
 * Tables of the run itself that queries of measures and {@link DerivedTable derived tables} read.
 */
public enum RunTable {
  /** The last day of each finished month. */
  PERIOD_END("reference_day DATE"),

  /**
   * When rows are evaluated, one row per calendar ({@link MeasureDefinition.Instant}) and period of
   * it; {@code reference_day} is the day looked at, or null where a whole period is.
   */
  INSTANT(
      "calendar STRING, reference_day DATE, period_kind STRING, period_start DATE,"
          + " period_end DATE, period_no INTEGER"),

  /** Every day that figures are told of. */
  CALENDAR("calendar_day DATE"),

  /** Times {@code [span_start, span_end)} within a month in which the organisation stands still. */
  SPAN("span_start DATE, span_end DATE"),

  /** Which nodes a node's rows belong to, through time: {@code [belongs_from, belongs_to)}. */
  BELONGING("anchor STRING, node STRING, belongs_from DATE, belongs_to DATE");

  private final String columns;

  RunTable(String columns) {
    this.columns = columns;
  }

  /** The name queries call it by. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its columns as SQL declares them. */
  public String columns() {
    return columns;
  }
}
