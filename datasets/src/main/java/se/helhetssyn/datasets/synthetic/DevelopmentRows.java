package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a unit lifts to those above it: development areas and special events. */
final class DevelopmentRows {
  private static final double AREAS_PER_DAY = 0.8 / 365;
  private static final double EVENTS_PER_DAY = 1.2 / 365;
  private static final Mix THEME =
      Mix.of(
          "FALL 3, NUTRITION 3, ORAL 2, MEDICATION 3, COLLABORATION 4, DOCUMENTATION 3, STAFFING 3,"
              + " OTHER 1");
  private static final Mix LEVEL = Mix.of("SERVICE_AREA 7, DIVISION 3");
  private static final Mix DECISION = Mix.of("ACCEPTED 7, REJECTED 3");
  private static final Mix KIND = Mix.of("WORK_ENVIRONMENT 5, PATIENT_SAFETY 4, BOTH 1");

  private final MunicipalityPlan plan;
  private final Stories stories;
  private final Unit unit;
  private final Extract extract;
  private final Chance chance;

  DevelopmentRows(MunicipalityPlan plan, Stories stories, Unit unit, Extract extract) {
    this.plan = plan;
    this.stories = stories;
    this.unit = unit;
    this.extract = extract;
    chance = Chance.of(plan.seed(), "development", unit.index());
  }

  /**
   * Writes both.
   *
   * @param serious deviations that a special event may be about
   */
  void write(List<ReportedDeviation> serious) {
    LocalDate first = unit.firstDay(plan);
    int days = unit.days(plan);
    for (int i = chance.count(AREAS_PER_DAY * days); i > 0; i--) {
      area(first.plusDays(chance.between(0, days - 1)));
    }
    for (int i = chance.count(EVENTS_PER_DAY * days); i > 0; i--) {
      boolean linked = !serious.isEmpty() && chance.happens(0.4);
      event(first.plusDays(chance.between(0, days - 1)), linked ? chance.oneOf(serious) : null);
    }
  }

  private void area(LocalDate raised) {
    TableWriter row = extract.table("development_area");
    LocalDate day = raised.plusDays(7 + chance.logNormalDays(50, 0.6));
    boolean decided = chance.happens(0.9) && !day.isAfter(plan.until());
    String theme = THEME.pick(chance);
    String decision = decided ? DECISION.pick(chance) : "PENDING";
    boolean answered =
        decision.equals("ACCEPTED")
            && theme.equals("FALL")
            && day.isBefore(stories.initiativeFrom());
    row.set("area_id", "L" + row.rows())
        .set("raised_by_unit_id", unit.id())
        .set("raised_at", raised)
        .set("theme", theme)
        .set("received_level", LEVEL.pick(chance))
        .set("decision", decision)
        .set("decided_at", decided ? day : null)
        .set("initiative_id", answered ? InitiativeRows.FALLS : null)
        .write();
  }

  private void event(LocalDate any, @Nullable ReportedDeviation deviation) {
    TableWriter row = extract.table("special_event");
    LocalDate occurred = deviation == null ? any : deviation.day();
    LocalDate documented = occurred.plusDays(chance.logNormalDays(1.5, 1));
    row.set("special_event_id", "S" + row.rows())
        .set("org_unit_id", unit.id())
        .set("occurred_at", occurred)
        .set("kind", deviation == null ? KIND.pick(chance) : "PATIENT_SAFETY")
        .set("documented_at", documented.isAfter(plan.until()) ? null : documented)
        .set("linked_deviation_id", deviation == null ? null : deviation.id())
        .write();
  }
}
