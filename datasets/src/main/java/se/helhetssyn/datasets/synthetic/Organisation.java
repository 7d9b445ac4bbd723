package se.helhetssyn.datasets.synthetic;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The municipality's tree: one division, service areas of ten units, and in each area six
 * residential, three home-care and one home-health unit.
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
  private final List<Unit> units;
  private final Map<UnitType, List<Unit>> byType;
  private final Map<Integer, List<Unit>> residentialByArea;

  Organisation(MunicipalityPlan plan) {
    this.plan = plan;
    units = IntStream.range(0, plan.units()).mapToObj(this::unit).toList();
    byType = units.stream().collect(Collectors.groupingBy(Unit::type));
    residentialByArea =
        units(UnitType.RESIDENTIAL_CARE).stream().collect(Collectors.groupingBy(Unit::area));
  }

  List<Unit> units() {
    return units;
  }

  List<Unit> units(UnitType type) {
    return byType.getOrDefault(type, List.of());
  }

  /** The residential units of a unit's service area. */
  List<Unit> residentialNear(Unit unit) {
    return residentialByArea.getOrDefault(unit.area(), List.of());
  }

  /** The home-health unit that answers for where a unit lies; the last area may lack its own. */
  Unit homeHealthOf(Unit unit) {
    int own = unit.area() * AREA_SIZE + PATTERN.indexOf(UnitType.HOME_HEALTH_CARE);
    return units.get(own < units.size() ? own : own - AREA_SIZE);
  }

  void write(Extract extract) {
    node(extract, "K", PlaceNames.municipality(), "MUNICIPALITY", "");
    node(extract, "D1", "Division vård och omsorg", "DIVISION", "K");
    units.stream()
        .map(Unit::area)
        .distinct()
        .forEach(area -> node(extract, areaId(area), PlaceNames.area(area), "SERVICE_AREA", "D1"));
    units.forEach(unit -> write(extract, unit));
  }

  private void write(Extract extract, Unit unit) {
    Chance chance = Chance.of(plan.seed(), "unit row", unit.index());
    boolean residential = unit.type() == UnitType.RESIDENTIAL_CARE;
    int places = residential ? 4 * (int) Math.ceil(perUnit(unit.type()) * 1.3 / 4) : 0;
    start(extract, unit.id(), unit.name(), "UNIT", areaId(unit.area()))
        .set("unit_type", unit.type())
        .set(
            "orientation",
            residential ? chance.oneOf(List.of("DEMENTIA", "SOMATIC", "MIXED")) : "GENERAL")
        .set("provider_form", unit.index() % 7 == 6 ? "EXTERNAL" : "OWN")
        .set("places", residential ? places : null)
        .write();
  }

  /** Persons a unit of that type cares for on an ordinary day. */
  private double perUnit(UnitType type) {
    return plan.persons() * LifeCourse.share(type) / units(type).size();
  }

  private void node(Extract extract, String id, String name, String level, String parent) {
    start(extract, id, name, level, parent).set("provider_form", "OWN").write();
  }

  private TableWriter start(Extract extract, String id, String name, String level, String parent) {
    return extract
        .table("org_unit")
        .set("org_unit_id", id)
        .set("unit_code", id)
        .set("name", name)
        .set("level", level)
        .set("parent_id", parent)
        .set("valid_from", plan.historyFrom().minusYears(20).withDayOfYear(1));
  }

  private Unit unit(int index) {
    UnitType type = PATTERN.get(index % AREA_SIZE);
    return new Unit(
        index,
        "E%04d".formatted(index + 1),
        PlaceNames.unit(index, type),
        type,
        index / AREA_SIZE,
        Habits.of(Chance.of(plan.seed(), "habits", index)));
  }

  private static String areaId(int area) {
    return "V%03d".formatted(area + 1);
  }
}
