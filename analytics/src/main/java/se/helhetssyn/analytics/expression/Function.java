package se.helhetssyn.analytics.expression;

/** The functions an expression may call, with how many arguments each takes. */
public enum Function {
  /** {@code day(timestamp)}: the local calendar day. */
  DAY(1, 1),
  /** {@code days(from, to)}: calendar days from one day to another, negative backwards. */
  DAYS(2, 2),
  /** {@code plus_days(day, n)}: the day n days later. */
  PLUS_DAYS(2, 2),
  /** {@code year(day)}: its calendar year. */
  YEAR(1, 1),
  /** {@code quarter_start(day)}: the first day of its quarter. */
  QUARTER_START(1, 1),
  /** {@code contains(list, word)}: whether a list separated by ; or , has the word. */
  CONTAINS(2, 2),
  /** {@code as_of()}: the day the run calls today. */
  AS_OF(0, 0),
  /** {@code coalesce(a, b, …)}: the first that is present. */
  COALESCE(2, 9),
  /** {@code least(a, b, …)}: the smallest that is present. */
  LEAST(2, 9),
  /** {@code greatest(a, b, …)}: the largest that is present. */
  GREATEST(2, 9);

  private final int atLeast;
  private final int atMost;

  Function(int atLeast, int atMost) {
    this.atLeast = atLeast;
    this.atMost = atMost;
  }

  boolean takes(int arguments) {
    return arguments >= atLeast && arguments <= atMost;
  }
}
