package se.helhetssyn.pipelines.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;

/**
 * The time that figures are published for.
 *
 * @param deliveredFrom first day of the delivery; an earlier one than 1990 is a mistake, and 1990
 *     it is then
 * @param deliveredTo last day of the delivery
 * @param asOf "today" of the run
 */
public record Horizon(LocalDate deliveredFrom, LocalDate deliveredTo, LocalDate asOf) {
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

  public Horizon {
    deliveredFrom = deliveredFrom.isBefore(EARLIEST) ? EARLIEST : deliveredFrom;
  }

  /** The last day that can be told about: of the delivery or of the run, whichever is first. */
  public LocalDate lastKnownDay() {
    return deliveredTo.isBefore(asOf) ? deliveredTo : asOf;
  }

  /**
   * Periods from the first whole one of the delivery to the one that holds the last known day; of
   * windows to the one that ends with the quarter of that day.
   */
  public List<Period> periods(PeriodKind kind) {
    Period period = Period.containing(kind, deliveredFrom);
    if (period.start().isBefore(deliveredFrom)) {
      period = period.next();
    }
    List<Period> periods = new ArrayList<>();
    int before = kind.months() - kind.step();
    while (!period.start().plusMonths(before).isAfter(lastKnownDay())) {
      periods.add(period);
      period = period.next();
    }
    return periods;
  }

  /** Years that begin with March, from the first whole one of the delivery on. */
  public List<Period> marchYears() {
    List<Period> years = new ArrayList<>();
    Period year = Period.marchYear(deliveredFrom.getYear());
    while (!year.start().isAfter(lastKnownDay())) {
      if (!year.start().isBefore(deliveredFrom)) {
        years.add(year);
      }
      year = year.next();
    }
    return years;
  }

  /** Last days of the finished months. */
  List<LocalDate> periodEnds() {
    return periods(PeriodKind.MONTH).stream()
        .map(Period::lastDay)
        .filter(day -> !day.isAfter(lastKnownDay()))
        .toList();
  }
}
