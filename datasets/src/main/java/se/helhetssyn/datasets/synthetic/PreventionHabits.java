package se.helhetssyn.datasets.synthetic;

/**
 * How far a unit's prevention usually comes after an assessment with risk; shares of what came one
 * step less far.
 *
 * @param planned at least one action is planned
 * @param coded a planned action has a code and is not only described in the record
 * @param performed a planned action is performed
 * @param followedUp the actions are followed up
 */
record PreventionHabits(double planned, double coded, double performed, double followedUp) {
  static PreventionHabits of(MunicipalityPlan plan, Unit unit) {
    Chance chance = Chance.of(plan.seed(), "prevention habits", unit.index());
    return new PreventionHabits(
        chance.share(0.87, 0.05),
        chance.share(0.91, 0.04),
        chance.share(0.82, 0.05),
        chance.share(0.72, 0.07));
  }
}
