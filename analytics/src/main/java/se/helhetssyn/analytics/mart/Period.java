package se.helhetssyn.analytics.mart;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A calendar period.
 *
 * @param kind month, quarter, year or a window that ends with a quarter
 * @param start its first day; must be the first day of such a period. A year may also begin with
 *     March, as some national measures have it
 */
public record Period(PeriodKind kind, LocalDate start) implements Comparable<Period>, Serializable {
  public Period {
    if (!start.equals(firstDay(kind, start)) && !isMarchYear(kind, start)) {
      throw new IllegalArgumentException(start + " is not the first day of a " + kind);
    }
  }

  /** The period of this kind that holds the day; of overlapping windows the last one to begin. */
  public static Period containing(PeriodKind kind, LocalDate day) {
    return new Period(kind, firstDay(kind, day));
  }

  /** The twelve months that begin with March of a year. */
  public static Period marchYear(int year) {
    return new Period(PeriodKind.YEAR, LocalDate.of(year, 3, 1));
  }

  private static boolean isMarchYear(PeriodKind kind, LocalDate start) {
    return kind == PeriodKind.YEAR && start.getMonthValue() == 3 && start.getDayOfMonth() == 1;
  }

  /** Whether it is a year that begins with March. */
  public boolean isMarchYear() {
    return isMarchYear(kind, start);
  }

  private static LocalDate firstDay(PeriodKind kind, LocalDate day) {
    int month = (day.getMonthValue() - 1) / kind.step() * kind.step() + 1;
    return LocalDate.of(day.getYear(), month, 1);
  }

  /** The last day of the period, inclusive. */
  public LocalDate lastDay() {
    return start.plusMonths(kind.months()).minusDays(1);
  }

  public Period next() {
    return new Period(kind, start.plusMonths(kind.step()));
  }

  public Period previous() {
    return new Period(kind, start.minusMonths(kind.step()));
  }

  @Override
  public int compareTo(Period other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : kind.compareTo(other.kind);
  }
}
