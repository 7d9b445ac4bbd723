package se.helhetssyn.pipelines.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.indicator.MeasureDefinition.Instant;
import se.helhetssyn.analytics.indicator.RunTable;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;

/** The rows of the run's own tables; days are {@link LocalDate}. */
final class RunDays {
  private final Grid grid;
  private final Organisation organisation;
  private final Horizon horizon;

  RunDays(Grid grid, Organisation organisation, Horizon horizon) {
    this.grid = grid;
    this.organisation = organisation;
    this.horizon = horizon;
  }

  Stream<List<@Nullable Object>> rows(RunTable table) {
    return switch (table) {
      case PERIOD_END -> horizon.periodEnds().stream().map(List::of);
      case INSTANT -> instants().stream();
      case CALENDAR -> first().datesUntil(horizon.lastKnownDay().plusDays(1)).map(List::of);
      case SPAN -> spans();
      case BELONGING ->
          organisation.belongings().stream()
              .map(b -> List.of(b.anchor(), b.node(), b.from(), b.to()));
    };
  }

  private List<List<@Nullable Object>> instants() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<Period> periods = grid.periods();
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      if (period.isMarchYear()) {
        rows.add(instant(Instant.MARCH_YEARS, period.lastDay(), period, i));
        continue;
      }
      rows.add(instant(Instant.EACH_PERIOD, null, period, i));
      if (!period.lastDay().isAfter(horizon.lastKnownDay())) {
        finished(period, i, rows);
      }
    }
    return rows;
  }

  private static void finished(Period period, int number, List<List<@Nullable Object>> rows) {
    if (period.kind() == PeriodKind.QUARTER) {
      rows.add(instant(Instant.NATIONAL_DAYS, period.lastDay(), period, number));
    }
    if (period.kind() == PeriodKind.YEAR) {
      rows.add(instant(Instant.NATIONAL_DAYS, period.start().plusMonths(2), period, number));
    }
    if (period.kind() == PeriodKind.ROLLING_12M) {
      rows.add(instant(Instant.WINDOWS, period.lastDay(), period, number));
    }
  }

  private static List<@Nullable Object> instant(
      Instant calendar, @Nullable LocalDate day, Period period, int number) {
    return Arrays.asList(
        calendar.name(), day, period.kind().name(), period.start(), period.lastDay(), number);
  }

  private LocalDate first() {
    LocalDate first =
        grid.periods().stream()
            .map(Period::start)
            .min(LocalDate::compareTo)
            .orElse(horizon.lastKnownDay());
    return first.isAfter(horizon.lastKnownDay()) ? horizon.lastKnownDay() : first;
  }

  /** Months, cut where any node's version begins or ends. */
  private Stream<List<@Nullable Object>> spans() {
    LocalDate end = horizon.lastKnownDay().plusDays(1);
    TreeSet<LocalDate> cuts = new TreeSet<>(List.of(end));
    for (LocalDate day = first(); day.isBefore(end); day = day.plusMonths(1)) {
      cuts.add(day);
    }
    Stream.concat(
            organisation.belongings().stream(),
            organisation.today(horizon.lastKnownDay()).belongings().stream())
        .flatMap(b -> Stream.of(b.from(), b.to()))
        .filter(day -> day.isAfter(first()) && day.isBefore(end))
        .forEach(cuts::add);
    return cuts.headSet(end).stream().map(day -> List.of(day, next(cuts, day)));
  }

  private static LocalDate next(NavigableSet<LocalDate> cuts, LocalDate day) {
    LocalDate next = cuts.higher(day);
    return next == null ? day : next;
  }
}
