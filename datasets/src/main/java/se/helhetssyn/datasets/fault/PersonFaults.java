package se.helhetssyn.datasets.fault;

import static se.helhetssyn.datasets.quality.Treatment.DROPPED;
import static se.helhetssyn.datasets.quality.Treatment.REPAIRED;

import java.time.LocalDate;
import java.util.List;

/** Faults in who a person is. */
final class PersonFaults {
  private PersonFaults() {}

  static List<RowFault> all() {
    return List.of(
        new RowFault(
            "DQ31",
            "person",
            true,
            DROPPED,
            "a protected identity is delivered",
            (row, at) -> true,
            (row, at) -> row.set("protected_identity", "YES")),
        new RowFault(
            "TEST_PERSON",
            "person",
            true,
            DROPPED,
            "a test person is delivered",
            (row, at) -> true,
            (row, at) -> row.set("test_person", "YES")),
        new RowFault(
            "DQ30",
            "person",
            false,
            REPAIRED,
            "a second row under a temporary key, which assessments and deviations carry",
            (row, at) -> true,
            PersonFaults::split));
  }

  private static void split(Row row, Planting at) {
    String key = row.get("person_key");
    String temporary = at.key();
    LocalDate changed = at.until().minusDays(at.between(0, 90));
    at.add(row.copy().set("person_key", temporary));
    at.succeeds(new Planting.Succession(temporary, key, changed));
    for (String table : List.of("risk_assessment", "deviation")) {
      at.later(
          table,
          "person_key",
          key,
          later -> {
            later.set("person_key", temporary);
            later.mark("DQ30");
          });
    }
  }
}
