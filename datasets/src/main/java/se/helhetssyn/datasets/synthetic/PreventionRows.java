package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what follows an assessment with risk: causes, planned actions, what was performed and the
 * follow-up. At each step some drop off. Codes are invented.
 */
final class PreventionRows {
  private static final Map<String, List<String>> CAUSES =
      Map.of(
          "FALL", List.of("BALANCE", "DIZZINESS", "SURROUNDINGS", "MEDICINES", "EYESIGHT"),
          "PRESSURE_ULCER", List.of("IMMOBILITY", "NUTRITION", "MOISTURE", "CIRCULATION"),
          "MALNUTRITION", List.of("APPETITE", "SWALLOWING", "LONG_NIGHT_FAST", "LOW_MOOD"),
          "ORAL_HEALTH", List.of("DRY_MOUTH", "DENTURES", "BRUSHING"),
          "BLADDER_DYSFUNCTION", List.of("URGENCY", "RETENTION", "MOBILITY"));
  private static final Map<String, List<String>> ACTIONS =
      Map.of(
          "FALL", List.of("BALANCE_TRAINING", "AIDS", "FOOTWEAR", "MEDICINE_REVIEW", "LIGHTING"),
          "PRESSURE_ULCER", List.of("TURNING", "MATTRESS", "SKIN_CARE", "HEEL_RELIEF"),
          "MALNUTRITION", List.of("ENRICHED_FOOD", "SNACKS", "MEAL_SUPPORT", "WEIGHING"),
          "ORAL_HEALTH", List.of("BRUSHING_HELP", "DENTAL_VISIT", "MOISTENING"),
          "BLADDER_DYSFUNCTION", List.of("TOILET_ROUTINE", "AIDS_TRIED", "FLUID_LIST"));
  private static final Mix ROLE =
      Mix.of("CARE_WORKER 5, REGISTERED_NURSE 3, OCCUPATIONAL_THERAPIST 1, PHYSIOTHERAPIST 1");
  private static final Mix NOT_PERFORMED = Mix.of("DECLINED 4, RESOURCE 4, OTHER 2");
  private static final Mix EFFECT = Mix.of("GOAL_MET 45, PARTLY 33, NOT_MET 14, NOT_EVALUABLE 8");

  private final MunicipalityPlan plan;
  private final Stories stories;
  private final Unit unit;
  private final Stay stay;
  private final Extract extract;
  private final PreventionHabits habits;
  private final Chance chance;

  PreventionRows(MunicipalityPlan plan, Stories stories, Unit unit, Stay stay, Extract extract) {
    this.plan = plan;
    this.stories = stories;
    this.unit = unit;
    this.stay = stay;
    this.extract = extract;
    habits = PreventionHabits.of(plan, unit);
    chance = Chance.of(plan.seed(), "prevention", stay.person(), stay.startDay());
  }

  void write(String assessment, String area, LocalDate assessed) {
    causes(assessment, area);
    LocalDate planned = assessed.plusDays(Math.min(14, chance.logNormalDays(1.2, 1)));
    if (!chance.happens(habits.planned()) || !here(planned)) {
      return;
    }
    LocalDate lastPerformed = null;
    for (String code : some(ACTIONS.getOrDefault(area, List.of()), chance.between(1, 3))) {
      LocalDate performed = action(assessment, area, code, planned);
      if (performed != null && (lastPerformed == null || performed.isAfter(lastPerformed))) {
        lastPerformed = performed;
      }
    }
    followUp(assessment, assessed, lastPerformed);
  }

  private void causes(String assessment, String area) {
    int count = chance.happens(0.95) ? chance.between(1, 2) : 0;
    for (String cause : some(CAUSES.getOrDefault(area, List.of()), count)) {
      extract.table("risk_cause").set("assessment_id", assessment).set("cause_code", cause).write();
    }
  }

  /** The day the action was performed, null if it was not. */
  private @Nullable LocalDate action(
      String assessment, String area, String code, LocalDate planned) {
    TableWriter row = extract.table("preventive_action");
    boolean coded = chance.happens(habits.coded());
    row.set("action_id", "F" + row.rows())
        .set("assessment_id", assessment)
        .set("area", area)
        .set("action_code", coded ? code : null)
        .set("kva_code", coded && chance.happens(0.4) ? kva(area, code) : null)
        .set("planned_at", planned)
        .set("responsible_role", ROLE.pick(chance));
    LocalDate day = planned.plusDays(chance.logNormalDays(8, 0.8));
    boolean carriedOut = chance.happens(habits.performed() * holds(planned));
    boolean performed = carriedOut && here(day);
    if (performed) {
      row.set("status", chance.happens(0.12) ? "ONGOING" : "PERFORMED").set("performed_at", day);
    } else {
      left(row, planned, day, carriedOut);
    }
    row.write();
    return performed ? day : null;
  }

  /** An action that was not performed: the person left, it is still to come, or it dropped off. */
  private void left(TableWriter row, LocalDate planned, LocalDate day, boolean intended) {
    boolean gone = stay.ended().filter(end -> !end.isAfter(plan.until())).isPresent();
    if (intended && gone && !day.isAfter(plan.until())) {
      row.set("status", "NOT_PERFORMED")
          .set("not_performed_reason", stay.end() == StayEnd.DECEASED ? "DECEASED" : "MOVED");
    } else if (intended || planned.plusDays(45).isAfter(plan.until()) || chance.happens(0.5)) {
      row.set("status", "PLANNED");
    } else {
      row.set("status", "NOT_PERFORMED").set("not_performed_reason", NOT_PERFORMED.pick(chance));
    }
  }

  private void followUp(String assessment, LocalDate assessed, @Nullable LocalDate performed) {
    LocalDate usual = assessed.plusDays(chance.logNormalDays(48, 0.4));
    LocalDate day = performed == null || usual.isAfter(performed) ? usual : performed.plusDays(3);
    boolean happens =
        chance.happens(habits.followedUp() * holds(assessed) * (performed == null ? 0.3 : 1));
    if (!happens || !here(day)) {
      return;
    }
    TableWriter row = extract.table("action_followup");
    String effect = EFFECT.pick(chance);
    row.set("followup_id", "U" + row.rows())
        .set("assessment_id", assessment)
        .set("followed_up_at", day)
        .set("effect", effect)
        .set("new_plan_needed", effect.equals("GOAL_MET") || chance.happens(0.4) ? "NO" : "YES")
        .write();
  }

  private double holds(LocalDate day) {
    return stories.preventionHolds(unit, day);
  }

  private boolean here(LocalDate day) {
    return stay.covers(day) && !day.isAfter(plan.until());
  }

  /** Some of the codes, each at most once, in an order of chance. */
  private List<String> some(List<String> codes, int count) {
    List<String> left = new ArrayList<>(codes);
    List<String> chosen = new ArrayList<>();
    while (chosen.size() < count && !left.isEmpty()) {
      chosen.add(left.remove(chance.between(0, left.size() - 1)));
    }
    return chosen;
  }

  /** A code of the classification's form in a chapter that it does not have. */
  private static String kva(String area, String code) {
    int number = ACTIONS.getOrDefault(area, List.of()).indexOf(code) + 10 * area.length();
    return "ZZ%03d".formatted(number);
  }
}
