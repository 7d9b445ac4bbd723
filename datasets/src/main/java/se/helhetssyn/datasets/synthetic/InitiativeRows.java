package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Writes three initiatives, their measures and who takes part: a fall team that starts within the
 * delivery, followed by comparison; a trial of self-monitoring, followed by its spread; and one
 * that is only planned.
 */
final class InitiativeRows {
  static final String FALLS = "INS-1";
  private static final String MONITORING = "INS-2";
  private static final String WOUNDS = "INS-3";
  private static final double MONITORED = 0.1;

  private final MunicipalityPlan plan;
  private final Cast cast;
  private final Extract extract;
  private final LocalDate fallsFrom;
  private final LocalDate monitoringFrom;

  InitiativeRows(MunicipalityPlan plan, Cast cast, Stories stories, Extract extract) {
    this.plan = plan;
    this.cast = cast;
    this.extract = extract;
    fallsFrom = stories.initiativeFrom();
    monitoringFrom = plan.from().plusMonths(plan.months() * 5 / 6);
  }

  void write() {
    initiative(FALLS, "Fallteam i hemtjänsten", "PREVENTIVE_TEAM", fallsFrom)
        .set("status", "ROUTINE")
        .set("design", "COMPARISON")
        .set("target_population_rule", "Personer med hemtjänst vid den valda enheten")
        .write();
    measure(FALLS, "V09", "per 1 000 vårddygn", "LOWER")
        .set("baseline_from", fallsFrom.minusMonths(12))
        .set("baseline_to", fallsFrom.minusDays(1))
        .set("followup_from", fallsFrom.plusMonths(plan.months() / 18))
        .set("followup_to", plan.until())
        .set("data_source", "PLATFORM")
        .write();
    initiative(MONITORING, "Egenmätning hemma", "SELF_MONITORING", monitoringFrom)
        .set("status", "PILOT")
        .set("design", "UPTAKE_ONLY")
        .set("target_population_rule", "Personer med hemsjukvård")
        .write();
    measure(MONITORING, null, "ersatta besök", "HIGHER").set("data_source", "MANUAL").write();
    LocalDate later = plan.until().plusDays(1).plusMonths(2);
    initiative(WOUNDS, "Sårstöd på distans", "WOUND_SUPPORT", later)
        .set("status", "PLANNED")
        .set("design", "PRE_POST")
        .set("target_population_rule", "Personer med öppet sår")
        .write();
    measure(WOUNDS, "Q06", "dagar", "LOWER")
        .set("baseline_from", later.minusMonths(12))
        .set("baseline_to", later.minusDays(1))
        .set("data_source", "PLATFORM")
        .write();
  }

  /** Writes whether and how a stay takes part. */
  void write(Unit unit, Stay stay) {
    if (cast.helped().filter(unit::equals).isPresent()) {
      participation(FALLS, stay, "INTERVENTION", fallsFrom);
    } else if (cast.compared().filter(unit::equals).isPresent()) {
      participation(FALLS, stay, "COMPARISON", fallsFrom);
    }
    boolean atHome = stay.care() == Care.HOME_CARE_AND_HEALTH || stay.care() == Care.HOME_HEALTH;
    Chance chance = Chance.of(plan.seed(), "self-monitoring", stay.person(), stay.startDay());
    if (atHome && chance.happens(MONITORED)) {
      participation(
          MONITORING, stay, "INTERVENTION", monitoringFrom.plusDays(chance.between(0, 60)));
    }
  }

  private TableWriter initiative(String id, String name, String kind, LocalDate start) {

    return extract
        .table("initiative")
        .set("initiative_id", id)
        .set("name", name)
        .set("kind", kind)
        .set("owner_unit_id", OrganisationRows.DIVISION)
        .set("plan_written_at", start.minusDays(75))
        .set("start_date", start);
  }

  private TableWriter measure(
      String initiative, @Nullable String indicator, String unit, String direction) {
    return extract
        .table("initiative_measure")
        .set("measure_id", initiative + "-1")
        .set("initiative_id", initiative)
        .set("indicator_id", indicator)
        .set("unit", unit)
        .set("direction", direction)
        .set("minimum_n", 30);
  }

  private void participation(String initiative, Stay stay, String arm, LocalDate from) {
    LocalDate start = stay.start().isAfter(from) ? stay.start() : from;
    if (!stay.covers(start) || start.isAfter(plan.until())) {
      return;
    }
    extract
        .table("initiative_participation")
        .set("initiative_id", initiative)
        .set("person_key", PersonRows.key(plan, stay.person()))
        .set("arm", arm)
        .set("start_date", start)
        .set("end_date", stay.ended().orElse(null))
        .set("end_reason", stay.end() == StayEnd.ONGOING ? null : stay.end())
        .write();
  }
}
