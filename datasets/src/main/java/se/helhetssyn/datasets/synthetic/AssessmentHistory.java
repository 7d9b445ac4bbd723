package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes and writes the risk assessments of a stay: on arrival, twice a year, and when needed. */
final class AssessmentHistory {
  private static final Instrument BLADDER =
      new Instrument("BLADDER_DYSFUNCTION", "NIKOLA", 0, 10, 4, false, 0.5);
  private static final List<Instrument> BASIC =
      List.of(
          new Instrument("FALL", "DFRI", 0, 11, 3, false, 0.75),
          new Instrument("PRESSURE_ULCER", "MNS", 7, 28, 20, true, 0.35),
          new Instrument("MALNUTRITION", "MNA_SF", 0, 14, 11, true, 0.58),
          new Instrument("ORAL_HEALTH", "ROAG_J", 1, 3, 2, false, 0.5));
  private static final Mix STATUS = Mix.of("COMPLETE 98, INCOMPLETE 1, DECLINED 1");

  private final MunicipalityPlan plan;
  private final Extract extract;
  private final Stories stories;
  private final Unit unit;
  private final Stay stay;
  private final RegisterRows registers;
  private final PreventionRows prevention;
  private final Chance chance;
  private final boolean bladder;
  private int occasions;

  AssessmentHistory(
      MunicipalityPlan plan,
      Stories stories,
      Unit unit,
      Stay stay,
      RegisterRows registers,
      Extract extract) {
    this.plan = plan;
    this.extract = extract;
    this.stories = stories;
    this.unit = unit;
    this.stay = stay;
    this.registers = registers;
    prevention = new PreventionRows(plan, stories, unit, stay, extract);
    chance = Chance.of(plan.seed(), "assessment", stay.person(), stay.startDay());
    bladder = chance.happens(0.4);
  }

  void write(List<Case> cases) {
    LocalDate day =
        stay.start().isBefore(plan.historyFrom())
            ? plan.historyFrom().plusDays(chance.between(0, 160))
            : stay.start().plusDays(chance.logNormalDays(2, 1));
    while (here(day)) {
      day = occasion(day);
    }
    cases.stream().filter(each -> each.assessmentNeeded().equals("YES")).forEach(this::needed);
  }

  /** Makes the occasion and tells the day of the next; an outbreak puts it off. */
  private LocalDate occasion(LocalDate day) {
    if (stories.inOutbreak(unit, day)) {
      return duringOutbreak(day);
    }
    boolean declined = chance.happens(0.03);
    occasions++;
    for (Instrument instrument : BASIC) {
      if (chance.happens(0.995)) {
        assess(instrument, day, declined ? "DECLINED" : STATUS.pick(chance), null);
      }
    }
    if (bladder) {
      assess(BLADDER, day, declined ? "DECLINED" : STATUS.pick(chance), null);
    }
    if (!declined) {
      registers.assessed(day);
    }
    return day.plusDays(pause());
  }

  private LocalDate duringOutbreak(LocalDate day) {
    if (chance.happens(0.6)) {
      occasions++;
      BASIC.forEach(instrument -> assess(instrument, day, "DECLINED", null));
    }
    return stories.outbreakTo().plusDays(chance.between(10, 60));
  }

  private int pause() {
    return chance.happens(unit.habits().assessedInTime())
        ? chance.between(140, 182)
        : 183 + chance.logNormalDays(45, 0.9);
  }

  private void needed(Case decided) {
    LocalDate day =
        decided
            .day()
            .plusDays(chance.happens(0.8) ? chance.between(0, 12) : chance.between(15, 50));
    if (chance.happens(0.9) && here(day)) {
      occasions++;
      assess(chance.oneOf(BASIC), day, "COMPLETE", decided.id());
    }
  }

  private boolean here(LocalDate day) {
    return stay.covers(day) && !day.isAfter(plan.until());
  }

  private void assess(
      Instrument instrument, LocalDate day, String status, @Nullable String caseId) {
    TableWriter row = extract.table("risk_assessment");
    LocalDate typed = day.plusDays(chance.logNormalDays(0.7, 1.2));
    String id = "B" + row.rows();
    row.set("assessment_id", id)
        .set("occasion_id", "T" + stay.person() + "-" + stay.startDay() + "-" + occasions)
        .set("person_key", PersonRows.key(plan, stay.person()))
        .set("org_unit_id", unit.id())
        .set("area", instrument.area())
        .set("instrument", instrument.name())
        .set("assessed_at", day)
        .set("assessed_by_role", Role.REGISTERED_NURSE)
        .set("registered_at", typed.isAfter(plan.until()) ? null : chance.at(typed, 8, 20))
        .set("case_id", caseId)
        .set("status", status);
    boolean risk = status.equals("COMPLETE") && score(row, instrument);
    row.write();
    if (risk) {
      prevention.write(id, instrument.area(), day);
    }
  }

  /** Whether there is a risk in the end; now and then the profession overrules the score. */
  private boolean score(TableWriter row, Instrument instrument) {
    boolean scored = chance.happens(instrument.risk());
    boolean risk = scored != chance.happens(0.04);
    row.set("score", instrument.score(scored, chance))
        .set("instrument_risk", scored ? "YES" : "NO")
        .set("clinical_risk", risk ? "YES" : "NO");
    return risk;
  }
}
