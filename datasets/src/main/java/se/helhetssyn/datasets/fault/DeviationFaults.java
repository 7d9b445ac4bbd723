package se.helhetssyn.datasets.fault;

import static se.helhetssyn.datasets.quality.Treatment.FLAGGED;
import static se.helhetssyn.datasets.quality.Treatment.QUARANTINED;
import static se.helhetssyn.datasets.quality.Treatment.REPAIRED;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Faults in deviations. */
final class DeviationFaults {
  private static final int OPEN_CLOCK_DAYS = 20;

  private DeviationFaults() {}

  static List<RowFault> all() {
    return List.of(
        new RowFault(
            "DQ05",
            "deviation",
            true,
            FLAGGED,
            "closed before it was reported",
            (row, at) -> row.is("status", "CLOSED"),
            (row, at) -> row.set("closed_at", row.day("reported_at").minusDays(at.between(1, 10)))),
        new RowFault(
            "DQ06",
            "deviation",
            true,
            FLAGGED,
            "closed without a date",
            (row, at) -> row.is("status", "CLOSED"),
            (row, at) -> row.clear("closed_at")),
        new RowFault(
            "DQ06",
            "deviation",
            true,
            FLAGGED,
            "a date of closing, but still followed up",
            (row, at) -> row.is("status", "CLOSED"),
            (row, at) -> row.set("status", "FOLLOW_UP")),
        new RowFault(
            "DQ20",
            "deviation",
            false,
            QUARANTINED,
            "two causes without quotes move what follows one column",
            (row, at) -> row.has("root_cause_code"),
            (row, at) -> row.shiftAfter("root_cause_code", " STRESS")),
        new RowFault(
            "DQ25",
            "deviation",
            true,
            FLAGGED,
            "risk_category 5, 7 or 10",
            (row, at) -> row.has("risk_category"),
            (row, at) -> row.set("risk_category", List.of(5, 7, 10).get(at.between(0, 2)))),
        new RowFault(
            "DQ25",
            "deviation",
            false,
            FLAGGED,
            "risk_category is the sum and not the product",
            (row, at) -> row.is("severity", "3") && row.is("likelihood", "3"),
            (row, at) -> row.set("risk_category", 6)),
        new RowFault(
            "DQ32",
            "deviation",
            false,
            REPAIRED,
            "happened in the hour that came twice",
            (row, at) -> row.has("occurred_at") && isSoonAfterTheDoubleHour(row),
            (row, at) ->
                row.set(
                    "occurred_at",
                    doubleHour(row.day("occurred_at"))
                        .atTime(LocalTime.of(2, 5 * at.between(0, 11))))),
        new RowFault(
            "DQ34",
            "org_unit",
            false,
            FLAGGED,
            "every third deviation of the unit is in OTHER",
            (row, at) -> row.is("level", "UNIT"),
            DeviationFaults::overuseOther),
        new RowFault(
            "DQ35",
            "deviation",
            true,
            FLAGGED,
            "reported a second time under the other law",
            (row, at) ->
                row.has("person_key")
                    && row.has("occurred_at")
                    && (row.is("law", "HSL") || row.is("law", "SOL")),
            DeviationFaults::reportAgain),
        new RowFault(
            "DQ38",
            "org_unit",
            false,
            FLAGGED,
            "a month of deviations of the unit is left out",
            (row, at) -> row.is("level", "UNIT") && months(at) > SuddenZeros.BEFORE,
            DeviationFaults::leaveOutMonth),
        new RowFault(
            "DQ39",
            "deviation",
            false,
            QUARANTINED,
            "a category of a newer list",
            (row, at) -> row.is("category", "MEDICATION"),
            (row, at) -> row.set("category", "MEDICATION_HANDLING").clear("subcategory")));
  }

  private static boolean isSoonAfterTheDoubleHour(Row row) {
    LocalDate day = row.day("occurred_at");
    LocalDate changed = doubleHour(day);
    return day.isAfter(changed) && day.isBefore(changed.plusDays(OPEN_CLOCK_DAYS));
  }

  /** The last Sunday of October of a day's year, when the clock is put back at three. */
  private static LocalDate doubleHour(LocalDate day) {
    return YearMonth.of(day.getYear(), Month.OCTOBER)
        .atDay(1)
        .with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
  }

  private static void overuseOther(Row unit, Planting at) {
    String id = unit.get("org_unit_id");
    var number = new AtomicInteger();
    at.shows("deviation", id);
    at.later(
        "deviation",
        "org_unit_id",
        id,
        row -> {
          if (number.getAndIncrement() % 3 == 0) {
            row.set("category", "OTHER").clear("subcategory").mark("DQ34");
          }
        });
  }

  private static void reportAgain(Row row, Planting at) {
    int days = at.between(0, 1);
    at.add(
        row.copy()
            .set("deviation_id", row.get("deviation_id") + "-2")
            .set("law", row.is("law", "HSL") ? "SOL" : "HSL")
            .set("occurred_at", row.time("occurred_at").minusDays(days))
            .set("lex_track", "NONE")
            .clear("ivo_notified_at"));
  }

  private static int months(Planting at) {
    return SuddenZeros.months(at.from(), at.until());
  }

  private static void leaveOutMonth(Row unit, Planting at) {
    String id = unit.get("org_unit_id");
    int month = at.between(Math.max(SuddenZeros.BEFORE, months(at) - 6), months(at) - 1);
    YearMonth silent = SuddenZeros.firstMonth(at.from()).plusMonths(month);
    at.shows("deviation", id + "|" + silent);
    at.later(
        "deviation",
        "org_unit_id",
        id,
        row -> {
          if (YearMonth.from(row.day("reported_at")).equals(silent)) {
            row.drop();
            forget(row.key(), at);
          }
        });
  }

  /** What points at a deviation that is left out is left out too. */
  private static void forget(String deviation, Planting at) {
    at.later("deviation_action", "deviation_id", deviation, Row::drop);
    at.later("outcome_event", "deviation_id", deviation, row -> row.clear("deviation_id"));
    at.later(
        "special_event", "linked_deviation_id", deviation, row -> row.clear("linked_deviation_id"));
  }
}
