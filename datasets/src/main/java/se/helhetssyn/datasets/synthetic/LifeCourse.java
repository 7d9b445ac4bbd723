package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lives of the municipality's persons. A life is a function of the plan and the person's number
 * alone: it can be asked for again instead of being held.
 */
final class LifeCourse {
  private static final double MEAN_RESIDENTIAL_DAYS = 800;
  private static final double MEAN_HOME_DAYS = 700;

  /** Persons who come per day and person in care, so that as many are in care all the time. */
  private static final double ARRIVALS = 0.00117;

  private static final double RESIDENTIAL_ARRIVALS = 0.43;
  private static final double SHORT_TERM_FIRST = 0.25;
  private static final Mix RESIDENTIAL_END =
      Mix.of("DECEASED 90, OTHER_UNIT 6, OTHER_MUNICIPALITY 4");
  private static final Mix HOME_END =
      Mix.of(
          "DECEASED 32, MOVED_TO_RESIDENTIAL 25, INDEPENDENT 18, DECLINED 6, OTHER_MUNICIPALITY 4,"
              + " OTHER 15");

  private final MunicipalityPlan plan;
  private final Organisation organisation;
  private final Stories stories;
  private final int arrivals;

  LifeCourse(MunicipalityPlan plan, Organisation organisation, Stories stories) {
    this.plan = plan;
    this.organisation = organisation;
    this.stories = stories;
    arrivals = (int) Math.round(plan.persons() * ARRIVALS * days());
  }

  /** Share of those in care at units of a type; those few on a short-term stay are left out. */
  static double share(UnitType type) {
    return switch (type) {
      case RESIDENTIAL_CARE -> 0.52;
      case HOME_CARE -> 0.37;
      case HOME_HEALTH_CARE -> 0.11;
      case SHORT_TERM_CARE -> 0;
    };
  }

  /** Everyone: first those in care on the first day, then those who come later. */
  int persons() {
    return plan.persons() + arrivals;
  }

  Life of(int person) {
    Chance chance = Chance.of(plan.seed(), "life", person);
    boolean present = person < plan.persons();
    boolean residential =
        chance.happens(present ? share(UnitType.RESIDENTIAL_CARE) : RESIDENTIAL_ARRIVALS);
    LocalDate seen = present ? plan.from() : plan.from().plusDays(chance.between(0, days() - 1));
    LocalDate start = present ? seen.minusDays(1 + chance.exponentialDays(500)) : seen;
    int age = (int) Math.clamp(chance.normal(residential ? 86 : 83, residential ? 6 : 8), 58, 106);
    String sex = chance.happens(0.64) ? "F" : "M";
    Unit unit = firstUnit(residential, chance);
    return new Life(person, start.getYear() - age, sex, stays(person, unit, start, seen, chance));
  }

  private Unit firstUnit(boolean residential, Chance chance) {
    if (residential) {
      return chance.oneOf(organisation.ordinary(UnitType.RESIDENTIAL_CARE));
    }
    double homeHealth = share(UnitType.HOME_HEALTH_CARE) / (1 - share(UnitType.RESIDENTIAL_CARE));
    return chance.oneOf(
        organisation.ordinary(
            chance.happens(homeHealth) ? UnitType.HOME_HEALTH_CARE : UnitType.HOME_CARE));
  }

  private List<Stay> stays(int person, Unit first, LocalDate start, LocalDate seen, Chance chance) {
    List<Stay> stays = new ArrayList<>();
    Stay stay = stay(person, first, start, seen, chance);
    stays.add(stay);
    while (stay.end() == StayEnd.MOVED_TO_RESIDENTIAL || stay.end() == StayEnd.OTHER_UNIT) {
      LocalDate move = stay.ended().orElseThrow();
      stay = stay(person, nextUnit(stay, chance), move, move, chance);
      stays.add(stay);
    }
    return Stream.concat(shortTerm(stays.getFirst()), stays.stream())
        .flatMap(organisation::asItBecame)
        .toList();
  }

  /** Some of those who come after the first day were at the short-term unit first. */
  private Stream<Stay> shortTerm(Stay first) {
    Chance chance = Chance.of(plan.seed(), "short term", first.person());
    if (first.person() < plan.persons() || !chance.happens(SHORT_TERM_FIRST)) {
      return Stream.empty();
    }
    boolean residential = first.care() == Care.RESIDENTIAL;
    return Stream.of(
        new Stay(
            first.person(),
            organisation.shortTerm().index(),
            Care.SHORT_TERM,
            first.startDay() - chance.between(10, 50),
            first.startDay(),
            residential ? StayEnd.MOVED_TO_RESIDENTIAL : StayEnd.OTHER));
  }

  private Stay stay(int person, Unit unit, LocalDate start, LocalDate seen, Chance chance) {
    Care care = care(unit, chance);
    double mean = care == Care.RESIDENTIAL ? MEAN_RESIDENTIAL_DAYS : MEAN_HOME_DAYS;
    LocalDate end = seen.plusDays(1 + chance.exponentialDays(mean));
    var reason =
        StayEnd.valueOf((care == Care.RESIDENTIAL ? RESIDENTIAL_END : HOME_END).pick(chance));
    boolean metOutbreak =
        unit.equals(stories.struck())
            && start.isBefore(stories.outbreakFrom())
            && end.isAfter(stories.outbreakTo());
    if (metOutbreak && chance.happens(0.2)) {
      end = stories.outbreakFrom().plusDays(chance.between(7, 41));
      reason = StayEnd.DECEASED;
    }
    boolean open = end.isAfter(plan.until());
    return new Stay(
        person,
        unit.index(),
        care,
        (int) start.toEpochDay(),
        open ? Stay.OPEN : (int) end.toEpochDay(),
        open ? StayEnd.ONGOING : reason);
  }

  private static Care care(Unit unit, Chance chance) {
    return switch (unit.type()) {
      case RESIDENTIAL_CARE -> Care.RESIDENTIAL;
      case HOME_CARE -> chance.happens(0.85) ? Care.HOME_CARE_AND_HEALTH : Care.HOME_CARE;
      case HOME_HEALTH_CARE -> Care.HOME_HEALTH;
      case SHORT_TERM_CARE -> Care.SHORT_TERM;
    };
  }

  /** Another residential unit, in the same area where there is one. */
  private Unit nextUnit(Stay stay, Chance chance) {
    Unit left = organisation.units().get(stay.unit());
    List<Unit> near = others(left, organisation.residentialNear(left));
    return chance.oneOf(
        near.isEmpty() ? others(left, organisation.ordinary(UnitType.RESIDENTIAL_CARE)) : near);
  }

  private static List<Unit> others(Unit left, List<Unit> units) {
    return units.stream().filter(unit -> !unit.equals(left)).toList();
  }

  private int days() {
    return (int) (plan.until().toEpochDay() - plan.from().toEpochDay()) + 1;
  }
}
