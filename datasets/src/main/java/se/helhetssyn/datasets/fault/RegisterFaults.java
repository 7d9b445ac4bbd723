package se.helhetssyn.datasets.fault;

import static se.helhetssyn.datasets.quality.Treatment.FLAGGED;

import java.time.LocalDate;
import java.util.List;

/** Faults in entries of quality registers. */
final class RegisterFaults {
  private RegisterFaults() {}

  static List<RowFault> all() {
    return List.of(
        new RowFault(
            "DQ42",
            "quality_register_entry",
            true,
            FLAGGED,
            "the death is registered months later",
            (row, at) ->
                row.is("register", "PALLIATIVE")
                    && row.day("reference_date").isBefore(at.until().minusDays(130)),
            (row, at) -> {
              LocalDate late = row.day("reference_date").plusDays(at.between(91, 125));
              row.set("registered_at", late.atTime(10, 20));
              at.also("DQ04", FLAGGED);
            }));
  }
}
