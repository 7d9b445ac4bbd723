package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** When and to whom deviations happen at a unit. */
final class DeviationHistory {
  private static final double COMMON_PER_DAY = 0.035;

  private final MunicipalityPlan plan;
  private final Stories stories;
  private final Unit unit;
  private final DeviationRows rows;

  DeviationHistory(
      MunicipalityPlan plan,
      Stories stories,
      Unit unit,
      List<Conference> conferences,
      Extract extract) {
    this.plan = plan;
    this.stories = stories;
    this.unit = unit;
    rows = new DeviationRows(plan, stories, unit, conferences, extract);
  }

  /** What happened to a person: most have few deviations and some have many. */
  void write(Stay stay) {
    Chance chance = Chance.of(plan.seed(), "deviation", stay.person(), stay.startDay());
    LocalDate first = stay.start().isBefore(plan.from()) ? plan.from() : stay.start();
    LocalDate last = stay.ended().map(day -> day.minusDays(1)).orElse(plan.until());
    int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
    double frailty = chance.logNormal(0.7, 0.85);
    int events = chance.count(unit.habits().deviationsPerDay() * frailty * days);
    for (int i = 0; i < events; i++) {
      LocalDate day = first.plusDays(chance.between(0, days - 1));
      rows.write(day, DeviationKind.pick(true, chance), stay, chance);
    }
    infections(stay, chance);
  }

  /** What happened at the unit without touching one person. */
  void writeCommon() {
    Chance chance = Chance.of(plan.seed(), "common deviation", unit.index());
    int days = (int) ChronoUnit.DAYS.between(plan.from(), plan.until()) + 1;
    int events = chance.count(COMMON_PER_DAY * days);
    for (int i = 0; i < events; i++) {
      LocalDate day = plan.from().plusDays(chance.between(0, days - 1));
      rows.write(day, DeviationKind.pick(false, chance), null, chance);
    }
  }

  /** The outbreak touches most residents, in the middle weeks above all. */
  private void infections(Stay stay, Chance chance) {
    if (unit.equals(stories.struck()) && chance.happens(0.8)) {
      int day = (chance.between(0, 41) + chance.between(0, 41)) / 2;
      LocalDate caught = stories.outbreakFrom().plusDays(day);
      if (stay.covers(caught)) {
        rows.write(caught, DeviationKind.INFECTION, stay, chance);
      }
    }
  }
}
