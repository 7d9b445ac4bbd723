package se.helhetssyn.analytics.mart;

import java.time.LocalDate;

/**
 * A calendar period.
 *
 * @param kind month, quarter or year
 * @param start its first day; must be the first day of such a period
 */
public record Period(PeriodKind kind, LocalDate start) implements Comparable<Period> {
  public Period {
    if (!start.equals(firstDay(kind, start))) {
      throw new IllegalArgumentException(start + " is not the first day of a " + kind);
    }
  }

  /** The period of this kind that holds the day. */
  public static Period containing(PeriodKind kind, LocalDate day) {
    return new Period(kind, firstDay(kind, day));
  }

  private static LocalDate firstDay(PeriodKind kind, LocalDate day) {
    int month = (day.getMonthValue() - 1) / kind.months() * kind.months() + 1;
    return LocalDate.of(day.getYear(), month, 1);
  }

  /** The last day of the period, inclusive. */
  public LocalDate lastDay() {
    return next().start().minusDays(1);
  }

  public Period next() {
    return new Period(kind, start.plusMonths(kind.months()));
  }

  public Period previous() {
    return new Period(kind, start.minusMonths(kind.months()));
  }

  @Override
  public int compareTo(Period other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : kind.compareTo(other.kind);
  }
}
