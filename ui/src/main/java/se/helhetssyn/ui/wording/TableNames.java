package se.helhetssyn.ui.wording;

import static se.helhetssyn.ui.wording.Wording.text;

/** What canonical tables are called. */
public final class TableNames {
  private TableNames() {}

  /** The table's name; its code where it has none. */
  public static String of(String code) {
    return switch (code) {
      case "org_unit" -> text("quality.table.org-unit");
      case "org_succession" -> text("quality.table.org-succession");
      case "unit_calendar" -> text("quality.table.unit-calendar");
      case "person" -> text("quality.table.person");
      case "enrolment" -> text("quality.table.enrolment");
      case "absence" -> text("quality.table.absence");
      case "conference" -> text("quality.table.conference");
      case "conference_participant" -> text("quality.table.conference-participant");
      case "conference_case" -> text("quality.table.conference-case");
      case "plan" -> text("quality.table.plan");
      case "plan_revision" -> text("quality.table.plan-revision");
      case "risk_assessment" -> text("quality.table.risk-assessment");
      case "risk_cause" -> text("quality.table.risk-cause");
      case "preventive_action" -> text("quality.table.preventive-action");
      case "action_followup" -> text("quality.table.action-followup");
      case "deviation" -> text("quality.table.deviation");
      case "deviation_action" -> text("quality.table.deviation-action");
      case "outcome_event" -> text("quality.table.outcome-event");
      case "quality_register_entry" -> text("quality.table.quality-register-entry");
      case "followup_item" -> text("quality.table.followup-item");
      case "initiative" -> text("quality.table.initiative");
      case "initiative_measure" -> text("quality.table.initiative-measure");
      case "initiative_participation" -> text("quality.table.initiative-participation");
      case "development_area" -> text("quality.table.development-area");
      case "quarterly_review" -> text("quality.table.quarterly-review");
      case "special_event" -> text("quality.table.special-event");
      case "reference_figure" -> text("quality.table.reference-figure");
      case "extract_manifest" -> text("quality.table.extract-manifest");
      default -> code;
    };
  }
}
