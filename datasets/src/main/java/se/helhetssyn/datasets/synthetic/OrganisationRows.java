package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes the municipality's tree through time, its changes and its calendar. */
final class OrganisationRows {
  static final String DIVISION = "D1";
  private static final String ROOT = "K";

  private final MunicipalityPlan plan;
  private final Organisation organisation;
  private final Stories stories;
  private final Extract extract;

  OrganisationRows(
      MunicipalityPlan plan, Organisation organisation, Stories stories, Extract extract) {
    this.plan = plan;
    this.organisation = organisation;
    this.stories = stories;
    this.extract = extract;
  }

  void write() {
    node(ROOT, PlaceNames.municipality(), "MUNICIPALITY", "");
    node(DIVISION, "Division vård och omsorg", "DIVISION", ROOT);
    organisation.units().stream()
        .map(Unit::area)
        .distinct()
        .forEach(area -> node(areaId(area), PlaceNames.area(area), "SERVICE_AREA", DIVISION));
    organisation.units().forEach(this::write);
    successions();
    calendar();
  }

  private void write(Unit unit) {
    if (unit.equals(organisation.cast().renamed().orElse(null))) {
      LocalDate day = organisation.renameDay();
      row(unit, unit.name(), unit.opens(), day);
      row(unit, PlaceNames.renamed(unit.area(), unit.type()), day, null);
    } else {
      row(unit, unit.name(), unit.opens(), unit.closes());
    }
  }

  private void row(Unit unit, String name, LocalDate from, @Nullable LocalDate to) {
    start(unit.id(), name, "UNIT", areaId(unit.area()), from)
        .set("unit_type", unit.type())
        .set("orientation", unit.orientation())
        .set("provider_form", unit.index() % 7 == 6 ? "EXTERNAL" : "OWN")
        .set("places", unit.type() == UnitType.RESIDENTIAL_CARE ? places() : null)
        .set("valid_to", to)
        .write();
  }

  /** A third more than a residential unit has residents on an ordinary day. */
  private int places() {
    double residents =
        plan.persons()
            * LifeCourse.share(UnitType.RESIDENTIAL_CARE)
            / organisation.ordinary(UnitType.RESIDENTIAL_CARE).size();
    return 4 * (int) Math.ceil(residents * 1.3 / 4);
  }

  private void node(String id, String name, String level, String parent) {
    start(id, name, level, parent, organisation.start()).set("provider_form", "OWN").write();
  }

  private TableWriter start(String id, String name, String level, String parent, LocalDate from) {
    return extract
        .table("org_unit")
        .set("org_unit_id", id)
        .set("unit_code", id)
        .set("name", name)
        .set("level", level)
        .set("parent_id", parent)
        .set("valid_from", from);
  }

  private void successions() {
    for (Unit unit : organisation.cast().merging()) {
      succession(unit, organisation.successor(), organisation.mergerDay(), "MERGE");
    }
    organisation
        .cast()
        .renamed()
        .ifPresent(unit -> succession(unit, unit, organisation.renameDay(), "RENAME"));
  }

  private void succession(Unit before, Unit after, LocalDate day, String type) {
    extract
        .table("org_succession")
        .set("predecessor_id", before.id())
        .set("successor_id", after.id())
        .set("change_date", day)
        .set("change_type", type)
        .write();
  }

  private void calendar() {
    for (Pauses.Pause pause : Pauses.common(plan)) {
      entry(DIVISION, pause.from(), pause.to(), "CONFERENCE_PAUSE");
    }
    for (Unit unit : organisation.units()) {
      Pauses.own(plan, unit)
          .forEach(pause -> entry(unit.id(), pause.from(), pause.to(), "CONFERENCE_PAUSE"));
    }
    LocalDate failed = plan.from().plusMonths(plan.months() / 3).plusDays(9);
    entry(ROOT, failed, failed.plusDays(2), "SYSTEM_DOWN");
    entry(
        stories.struck().id(),
        stories.outbreakFrom(),
        stories.outbreakTo().minusDays(1),
        "OUTBREAK");
    if (organisation.merger()) {
      LocalDate moved = organisation.mergerDay();
      entry(organisation.successor().id(), moved, moved.plusDays(6), "MOVE");
    }
  }

  private void entry(String node, LocalDate from, LocalDate to, String kind) {
    extract
        .table("unit_calendar")
        .set("org_unit_id", node)
        .set("date_from", from)
        .set("date_to", to)
        .set("kind", kind)
        .write();
  }

  private static String areaId(int area) {
    return "V%03d".formatted(area + 1);
  }
}
