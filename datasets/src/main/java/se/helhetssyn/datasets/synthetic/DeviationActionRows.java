package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;

/** Writes what was decided after a unit's deviations, as far as it had come on the last day. */
final class DeviationActionRows {
  private static final Mix AREA =
      Mix.of(
          "SUPPORT_TO_PERSON 25, ROUTINES 25, PLAN_FOLLOW_UP 13, TRAINING 12, PHYSICAL_ENV_TECH 9,"
              + " ORGANISATION 6, STAFFING 5, OTHER_PROVIDER 3, OTHER 2");
  private static final Mix EFFECT =
      Mix.of("EFFECTIVE 52, PARTLY 28, NO_EFFECT 10, NOT_EVALUATED 10");
  private static final Mix OWNER = Mix.of("UNIT_MANAGER 6, REGISTERED_NURSE 3, CARE_WORKER 1");

  private final MunicipalityPlan plan;
  private final Extract extract;
  private final Chance chance;
  private final double followedUp;

  DeviationActionRows(MunicipalityPlan plan, Unit unit, Extract extract) {
    this.plan = plan;
    this.extract = extract;
    chance = Chance.of(plan.seed(), "deviation action", unit.index());
    followedUp = chance.share(0.62, 0.08);
  }

  /**
   * Writes the actions of a deviation, if any.
   *
   * @param started day the investigation began
   * @param openDays days from there until it is closed
   */
  void write(String deviation, LocalDate started, int openDays) {
    if (chance.happens(0.6)) {
      action(deviation, started.plusDays(chance.between(0, openDays)));
      if (chance.happens(0.25)) {
        action(deviation, started.plusDays(chance.between(0, openDays)));
      }
    }
  }

  private void action(String deviation, LocalDate decided) {
    LocalDate done = decided.plusDays(chance.logNormalDays(16, 0.9));
    LocalDate checked = done.plusDays(chance.logNormalDays(32, 0.7));
    boolean isDone = chance.happens(0.88) && !done.isAfter(plan.until());
    boolean isChecked = isDone && chance.happens(followedUp) && !checked.isAfter(plan.until());
    if (decided.isAfter(plan.until())) {
      return;
    }
    TableWriter row = extract.table("deviation_action");
    row.set("deviation_action_id", "D" + row.rows())
        .set("deviation_id", deviation)
        .set("action_area", AREA.pick(chance))
        .set("decided_at", decided)
        .set("due_at", decided.plusDays(7L * chance.between(2, 8)))
        .set("done_at", isDone ? done : null)
        .set("followed_up_at", isChecked ? checked : null)
        .set("effect", isChecked ? EFFECT.pick(chance) : null)
        .set("owner_role", OWNER.pick(chance))
        .write();
  }
}
