package se.helhetssyn.datasets.fault;

import static se.helhetssyn.datasets.quality.Treatment.FLAGGED;
import static se.helhetssyn.datasets.quality.Treatment.REPAIRED;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Faults in stays and services. */
final class EnrolmentFaults {
  private static final int LONG_DAYS = 60;

  private EnrolmentFaults() {}

  static List<RowFault> all() {
    return List.of(
        new RowFault(
            "DQ14",
            "enrolment",
            true,
            REPAIRED,
            "still open though the person has died",
            (row, at) -> row.is("end_reason", "DECEASED"),
            (row, at) -> row.clear("end_date").clear("end_reason")),
        new RowFault(
            "DQ13",
            "enrolment",
            true,
            REPAIRED,
            "a second stay at another unit begins before this one ends",
            (row, at) -> isLong(row, at) && other(row, at).isPresent(),
            EnrolmentFaults::overlap),
        new RowFault(
            "DQ15",
            "enrolment",
            false,
            FLAGGED,
            "starts with the decision; the person was away until moving in",
            (row, at) -> row.is("enrolment_type", "RESIDENTIAL") && isFirst(row, at),
            EnrolmentFaults::startEarly),
        new RowFault(
            "DQ21",
            "enrolment",
            true,
            REPAIRED,
            "hours with a decimal comma",
            (row, at) -> row.has("hours_granted_month"),
            (row, at) ->
                row.set("hours_granted_month", row.get("hours_granted_month").replace('.', ','))));
  }

  private static boolean isLong(Row row, Planting at) {
    return row.is("enrolment_type", "RESIDENTIAL")
        && row.day("start_date").plusDays(LONG_DAYS).isBefore(end(row, at));
  }

  private static LocalDate end(Row row, Planting at) {
    return row.has("end_date") ? row.day("end_date") : at.until();
  }

  private static boolean isFirst(Row row, Planting at) {
    return at.last("enrolment")
        .map(before -> !before.get("person_key").equals(row.get("person_key")))
        .orElse(true);
  }

  private static Optional<String> other(Row row, Planting at) {
    return at.samples("enrolment").stream()
        .filter(sample -> sample.get("enrolment_type").equals(row.get("enrolment_type")))
        .map(sample -> sample.get("org_unit_id"))
        .filter(unit -> !unit.equals(row.get("org_unit_id")))
        .findFirst();
  }

  private static void overlap(Row row, Planting at) {
    long days = ChronoUnit.DAYS.between(row.day("start_date"), end(row, at));
    int later = at.between(10, (int) days - 10);
    other(row, at)
        .ifPresent(unit ->
            at.add(
                row.copy()
                    .set("enrolment_id", row.get("enrolment_id") + "-2")
                    .set("org_unit_id", unit)
                    .set("start_date", row.day("start_date").plusDays(later))
                    .clear("contact_worker_assigned_at")));
  }

  private static void startEarly(Row row, Planting at) {
    LocalDate moved = row.day("start_date");
    row.set("start_date", moved.minusDays(at.between(5, 40)));
    at.add(
        at.blank("absence")
            .set("enrolment_id", row.get("enrolment_id"))
            .set("from_date", row.get("start_date"))
            .set("to_date", moved)
            .set("reason", "AWAY"));
  }
}
