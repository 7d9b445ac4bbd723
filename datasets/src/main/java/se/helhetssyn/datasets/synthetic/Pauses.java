package se.helhetssyn.datasets.synthetic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When no conferences are booked: July and Christmas everywhere, a week in autumn at some units.
 */
final class Pauses {
  private static final double AUTUMN_WEEK = 0.25;

  private final List<Pause> pauses;

  Pauses(MunicipalityPlan plan, Unit unit) {
    pauses = Stream.concat(common(plan).stream(), own(plan, unit).stream()).toList();
  }

  /**
   * A pause.
   *
   * @param from first day
   * @param to last day
   */
  record Pause(LocalDate from, LocalDate to) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  boolean cover(LocalDate day) {
    return pauses.stream().anyMatch(pause -> pause.covers(day));
  }

  static List<Pause> common(MunicipalityPlan plan) {
    return years(plan)
        .boxed()
        .flatMap(year ->
            Stream.of(
                new Pause(LocalDate.of(year, Month.JULY, 1), LocalDate.of(year, Month.JULY, 31)),
                new Pause(
                    LocalDate.of(year, Month.DECEMBER, 21),
                    LocalDate.of(year + 1, Month.JANUARY, 6))))
        .toList();
  }

  static List<Pause> own(MunicipalityPlan plan, Unit unit) {
    return Chance.of(plan.seed(), "autumn week", unit.index()).happens(AUTUMN_WEEK)
        ? years(plan).mapToObj(Pauses::autumnWeek).filter(week -> unit.open(week.from())).toList()
        : List.of();
  }

  /** The week of the last Monday of October. */
  private static Pause autumnWeek(int year) {
    LocalDate monday =
        LocalDate.of(year, Month.OCTOBER, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
    return new Pause(monday, monday.plusDays(6));
  }

  /** From the year before the history, whose Christmas reaches into it. */
  private static IntStream years(MunicipalityPlan plan) {
    return IntStream.rangeClosed(plan.historyFrom().getYear() - 1, plan.until().getYear());
  }
}
