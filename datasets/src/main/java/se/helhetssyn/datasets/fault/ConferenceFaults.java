package se.helhetssyn.datasets.fault;

import static se.helhetssyn.datasets.quality.Treatment.FLAGGED;
import static se.helhetssyn.datasets.quality.Treatment.QUARANTINED;

import java.util.List;

/** Faults in conferences, who took part and whom they were about. */
final class ConferenceFaults {
  private ConferenceFaults() {}

  static List<RowFault> all() {
    return List.of(
        new RowFault(
            "DQ09",
            "conference_case",
            true,
            FLAGGED,
            "documented before the conference",
            (row, at) -> row.has("listed_at") && row.is("outcome", "DISCUSSED"),
            (row, at) -> row.set("sol_documented_at", row.time("listed_at").minusHours(1))),
        new RowFault(
            "DQ10",
            "conference",
            true,
            FLAGGED,
            "held, but its participants are left out",
            (row, at) -> row.is("status", "HELD"),
            (row, at) ->
                at.later(
                    "conference_participant",
                    "conference_id",
                    row.get("conference_id"),
                    Row::drop)),
        new RowFault(
            "DQ11",
            "conference",
            true,
            FLAGGED,
            "held in the future, without participants",
            (row, at) -> row.is("status", "PLANNED") && isFuture(row, at),
            (row, at) -> {
              row.set("status", "HELD");
              at.also("DQ10", FLAGGED);
            }),
        new RowFault(
            "DQ11",
            "conference",
            true,
            FLAGGED,
            "planned in the past, without an outcome",
            (row, at) -> row.is("status", "CANCELLED") && !isFuture(row, at),
            (row, at) -> row.set("status", "PLANNED").clear("cancel_reason")),
        new RowFault(
            "DQ12",
            "conference_case",
            true,
            FLAGGED,
            "the person is not at the conference's unit that day",
            (row, at) -> at.stranger(row).isPresent(),
            (row, at) -> row.set("person_key", at.stranger(row).orElseThrow())),
        new RowFault(
            "DQ20",
            "conference_case",
            false,
            QUARANTINED,
            "two results without quotes move what follows one column",
            (row, at) -> true,
            (row, at) -> row.set("result_code", "BETTER").shiftAfter("result_code", " SAME")),
        new RowFault(
            "DQ41",
            "conference",
            false,
            FLAGGED,
            "created a second time half an hour later, by another role",
            (row, at) -> row.is("status", "HELD") && row.has("actual_start"),
            ConferenceFaults::twin));
  }

  private static boolean isFuture(Row row, Planting at) {
    return row.day("planned_start").isAfter(at.until());
  }

  private static void twin(Row row, Planting at) {
    String id = row.get("conference_id") + "-2";
    at.add(
        row.copy()
            .set("conference_id", id)
            .set("planned_start", row.time("planned_start").plusMinutes(30))
            .set("actual_start", row.time("actual_start").plusMinutes(30))
            .set("actual_end", row.time("actual_end").plusMinutes(30))
            .set("booked_by_role", "REGISTERED_NURSE")
            .clear("replaces_conference_id"));
    at.later(
        "conference_participant",
        "conference_id",
        row.get("conference_id"),
        participant -> {
          at.add(participant.copy().set("conference_id", id));
          participant.mark("DQ41");
        });
  }
}
