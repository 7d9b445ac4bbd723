package se.helhetssyn.datasets.fault;

import static se.helhetssyn.datasets.quality.Treatment.FLAGGED;
import static se.helhetssyn.datasets.quality.Treatment.QUARANTINED;
import static se.helhetssyn.datasets.quality.Treatment.REPAIRED;

import java.util.List;
import java.util.Map;

/** Faults in risk assessments and what was done about them. */
final class RiskFaults {
  /** Instruments with a scale that says when there is a risk, and a score above the scale. */
  private static final Map<String, Integer> ABOVE =
      Map.of("MNS", 29, "MNA_SF", 15, "DFRI", 12, "ROAG_J", 4);

  /** Highest score of the RBT scale, also called RAPS, that means a risk. */
  private static final int RBT_LIMIT = 29;

  private RiskFaults() {}

  static List<RowFault> all() {
    return List.of(
        new RowFault(
            "DQ22",
            "risk_assessment",
            true,
            QUARANTINED,
            "the score is above the instrument's scale",
            (row, at) -> isScored(row),
            (row, at) ->
                row.set("score", ABOVE.getOrDefault(row.get("instrument"), 0) + at.between(0, 30))
                    .clear("instrument_risk")),
        new RowFault(
            "DQ23",
            "risk_assessment",
            true,
            FLAGGED,
            "the stated risk contradicts the score",
            (row, at) -> isScored(row),
            (row, at) ->
                row.set("instrument_risk", row.is("instrument_risk", "YES") ? "NO" : "YES")),
        new RowFault(
            "DQ24",
            "risk_assessment",
            false,
            REPAIRED,
            "the RBT scale under its other name, RAPS",
            (row, at) -> isScored(row) && row.is("area", "PRESSURE_ULCER"),
            (row, at) -> {
              int score = at.between(20, 36);
              row.set("instrument", "RAPS")
                  .set("score", score)
                  .set("instrument_risk", score <= RBT_LIMIT ? "YES" : "NO");
            }),
        new RowFault(
            "DQ21",
            "risk_assessment",
            true,
            REPAIRED,
            "a score with a decimal comma",
            (row, at) -> isScored(row),
            (row, at) -> row.set("score", row.get("score") + ",0")),
        new RowFault(
            "DQ26",
            "preventive_action",
            true,
            FLAGGED,
            "performed before it was planned",
            (row, at) -> row.has("performed_at"),
            (row, at) ->
                row.set("performed_at", row.day("planned_at").minusDays(at.between(1, 9)))),
        new RowFault(
            "DQ26",
            "action_followup",
            true,
            FLAGGED,
            "followed up before the assessment",
            RiskFaults::isOfLastAssessment,
            (row, at) ->
                row.set(
                    "followed_up_at",
                    at.last("risk_assessment")
                        .orElseThrow()
                        .day("assessed_at")
                        .minusDays(at.between(1, 30)))),
        new RowFault(
            "DQ27",
            "preventive_action",
            true,
            FLAGGED,
            "the action is told in the journal only: both codes are left out",
            (row, at) -> row.has("action_code") || row.has("kva_code"),
            (row, at) -> row.clear("action_code").clear("kva_code")));
  }

  private static boolean isScored(Row row) {
    return ABOVE.containsKey(row.get("instrument"))
        && row.is("status", "COMPLETE")
        && row.has("score")
        && row.has("instrument_risk");
  }

  private static boolean isOfLastAssessment(Row row, Planting at) {
    return at.last("risk_assessment")
        .map(assessment -> assessment.key().equals(row.get("assessment_id")))
        .orElse(false);
  }
}
