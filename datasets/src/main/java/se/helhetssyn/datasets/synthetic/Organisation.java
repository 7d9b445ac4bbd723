package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The municipality's units: service areas of ten, in each six residential, three home-care and one
 * home-health unit. After these ordinary units come the one that a merger makes, where there are
 * units enough for a merger, and one short-term unit.
 */
final class Organisation {
  private static final int AREA_SIZE = 10;
  private static final List<UnitType> PATTERN =
      List.of(
          UnitType.RESIDENTIAL_CARE,
          UnitType.HOME_CARE,
          UnitType.HOME_HEALTH_CARE,
          UnitType.RESIDENTIAL_CARE,
          UnitType.RESIDENTIAL_CARE,
          UnitType.HOME_CARE,
          UnitType.RESIDENTIAL_CARE,
          UnitType.RESIDENTIAL_CARE,
          UnitType.HOME_CARE,
          UnitType.RESIDENTIAL_CARE);

  private final MunicipalityPlan plan;
  private final Cast cast;
  private final List<Unit> units;
  private final Map<UnitType, List<Unit>> ordinary;
  private final Map<Integer, List<Unit>> residentialByArea;

  Organisation(MunicipalityPlan plan) {
    this.plan = plan;
    List<Unit> first = IntStream.range(0, plan.units()).mapToObj(this::ordinary).toList();
    ordinary = first.stream().collect(Collectors.groupingBy(Unit::type));
    residentialByArea =
        ordinary(UnitType.RESIDENTIAL_CARE).stream().collect(Collectors.groupingBy(Unit::area));
    cast = Cast.of(ordinary(UnitType.RESIDENTIAL_CARE), ordinary(UnitType.HOME_CARE));
    units = withLater(first);
  }

  private List<Unit> withLater(List<Unit> first) {
    List<Unit> all = new ArrayList<>(first);
    for (Unit unit : cast.merging()) {
      all.set(unit.index(), unit.closing(mergerDay()));
    }
    if (merger()) {
      int area = cast.merging().getFirst().area();
      all.add(unit(all.size(), UnitType.RESIDENTIAL_CARE, area, mergerDay()));
    }
    all.add(unit(all.size(), UnitType.SHORT_TERM_CARE, 0, start()));
    return List.copyOf(all);
  }

  Cast cast() {
    return cast;
  }

  /** All units that there are at any time, by index. */
  List<Unit> units() {
    return units;
  }

  /** The units of a type that were there from the beginning, as if none were to close. */
  List<Unit> ordinary(UnitType type) {
    return ordinary.getOrDefault(type, List.of());
  }

  /** The residential units of a unit's service area. */
  List<Unit> residentialNear(Unit unit) {
    return residentialByArea.getOrDefault(unit.area(), List.of());
  }

  /** The home-health unit that answers for where a unit lies; the last area may lack its own. */
  Unit homeHealthOf(Unit unit) {
    int own = unit.area() * AREA_SIZE + PATTERN.indexOf(UnitType.HOME_HEALTH_CARE);
    return units.get(own < plan.units() ? own : own - AREA_SIZE);
  }

  Unit shortTerm() {
    return units.getLast();
  }

  /** Whether two units become one. */
  boolean merger() {
    return !cast.merging().isEmpty();
  }

  /** First day of the unit that a merger makes. */
  LocalDate mergerDay() {
    return plan.from().plusMonths(plan.months() / 2);
  }

  /** First day of the new name. */
  LocalDate renameDay() {
    return plan.from().plusMonths(plan.months() * 5 / 9);
  }

  /** The unit that a merger makes; there must be one. */
  Unit successor() {
    return units.get(plan.units());
  }

  /** A stay as it became: at a unit that closes it goes on at the successor. */
  Stream<Stay> asItBecame(Stay stay) {
    if (units.get(stay.unit()).closes() == null) {
      return Stream.of(stay);
    }
    int merged = (int) mergerDay().toEpochDay();
    if (stay.endDay() <= merged) {
      return Stream.of(stay);
    }
    int unit = successor().index();
    if (stay.startDay() >= merged) {
      return Stream.of(stay.at(unit, stay.startDay()));
    }
    return Stream.of(stay.until(merged, StayEnd.OTHER_UNIT), stay.at(unit, merged));
  }

  /** The day from which the municipality's first units count. */
  LocalDate start() {
    return plan.historyFrom().minusYears(20).withDayOfYear(1);
  }

  private Unit ordinary(int index) {
    return unit(index, PATTERN.get(index % AREA_SIZE), index / AREA_SIZE, start());
  }

  private Unit unit(int index, UnitType type, int area, LocalDate opens) {
    boolean residential = type == UnitType.RESIDENTIAL_CARE;
    Chance chance = Chance.of(plan.seed(), "unit row", index);
    return new Unit(
        index,
        "E%04d".formatted(index + 1),
        PlaceNames.unit(index, type),
        type,
        residential ? chance.oneOf(List.of("DEMENTIA", "SOMATIC", "MIXED")) : "GENERAL",
        area,
        Habits.of(Chance.of(plan.seed(), "habits", index)),
        opens,
        null);
  }
}
