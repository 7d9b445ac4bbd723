package se.helhetssyn.datasets.fault;

import static se.helhetssyn.datasets.quality.Treatment.FLAGGED;
import static se.helhetssyn.datasets.quality.Treatment.REJECTED;
import static se.helhetssyn.datasets.quality.Treatment.REPAIRED;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Faults that any table may have; each stands for the tables where it is most often met. */
final class AnyTableFaults {
  private static final LocalDate SPREADSHEET_DAY_ZERO = LocalDate.of(1899, 12, 30);

  private AnyTableFaults() {}

  static List<RowFault> all() {
    return Stream.of(
            Stream.of("person", "conference_participant", "plan", "risk_assessment", "deviation")
                .map(AnyTableFaults::repeated),
            Stream.of("enrolment", "plan", "risk_assessment", "deviation")
                .flatMap(table -> Stream.of(unknownUnit(table), missingUnit(table))),
            Stream.of(
                never("enrolment", "end_date", "9999-12-31"),
                never("plan", "valid_to", "9999-12-31"),
                never("deviation", "person_informed_at", "1900-01-01")),
            Stream.of(
                serial("conference", "booked_at"),
                serial("plan", "next_review_due"),
                serial("deviation", "analysed_at")),
            Stream.of(
                future("plan_revision", "revised_at", "registered_at"),
                future("outcome_event", "occurred_at", "healed_at")),
            Stream.of(late("plan_revision", "revised_at"), late("risk_assessment", "assessed_at")),
            Stream.of(
                freeText("conference_case", "need_code", "rum 12"),
                freeText("deviation", "root_cause_code", Syllables.name(3)),
                freeText("conference", "cancel_reason", "ring " + Syllables.name(5))))
        .flatMap(faults -> faults)
        .toList();
  }

  private static RowFault repeated(String table) {
    return new RowFault(
        "DQ01",
        table,
        true,
        REPAIRED,
        "written twice",
        (row, at) -> true,
        (row, at) -> row.repeat());
  }

  private static RowFault unknownUnit(String table) {
    return new RowFault(
        "DQ16",
        table,
        true,
        FLAGGED,
        "the unit is a cost centre that the organisation does not know",
        (row, at) -> row.has("org_unit_id"),
        (row, at) -> row.set("org_unit_id", "KST" + at.between(1000, 9999)));
  }

  private static RowFault missingUnit(String table) {
    return new RowFault(
        "DQ18",
        table,
        true,
        FLAGGED,
        "the unit is left out",
        (row, at) -> row.has("org_unit_id"),
        (row, at) -> row.clear("org_unit_id"));
  }

  private static RowFault never(String table, String column, String sentinel) {
    return new RowFault(
        "DQ08",
        table,
        true,
        REPAIRED,
        sentinel + " stands for an empty " + column,
        (row, at) -> !row.has(column),
        (row, at) -> row.set(column, sentinel));
  }

  private static RowFault serial(String table, String column) {
    return new RowFault(
        "DQ33",
        table,
        false,
        REPAIRED,
        column + " is the serial number of a spreadsheet",
        (row, at) -> row.has(column),
        (row, at) ->
            row.set(column, ChronoUnit.DAYS.between(SPREADSHEET_DAY_ZERO, row.day(column))));
  }

  /** What would follow from the date is left out, so that nothing else is wrong with the row. */
  private static RowFault future(String table, String column, String follows) {
    return new RowFault(
        "DQ07",
        table,
        false,
        REJECTED,
        column + " lies after the extraction",
        (row, at) -> row.has(column),
        (row, at) -> {
          LocalDate day = at.until().plusDays(at.between(2, 400));
          row.set(column, row.get(column).length() > 10 ? day.atTime(9, 0) : day).clear(follows);
        });
  }

  private static RowFault late(String table, String event) {
    return new RowFault(
        "DQ04",
        table,
        true,
        FLAGGED,
        "registered more than a month after " + event,
        (row, at) -> row.has("registered_at") && row.day(event).isBefore(at.until().minusDays(100)),
        (row, at) ->
            row.set("registered_at", row.day(event).plusDays(at.between(31, 95)).atTime(15, 30)));
  }

  private static RowFault freeText(String table, String column, String text) {
    return new RowFault(
        "DQ29",
        table,
        false,
        REJECTED,
        "free text that points at someone in " + column,
        (row, at) -> true,
        (row, at) -> row.set(column, text));
  }
}
