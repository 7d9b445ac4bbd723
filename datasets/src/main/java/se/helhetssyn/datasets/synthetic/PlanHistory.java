package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes and writes the plans of a stay: drawn up, followed up in time or late, revised, ended. */
final class PlanHistory {
  private static final List<String> PROBLEMS =
      List.of("FALL", "MALNUTRITION", "PRESSURE_ULCER", "PAIN", "ORAL_HEALTH", "INCONTINENCE");
  private static final Mix SCHEDULED = Mix.of("FOLLOW_UP_NO_CHANGE 7, REVISED 3");
  private static final Mix TRIGGER =
      Mix.of("SCHEDULED 8, REQUEST 1, HOSPITAL_RETURN 1, DEVIATION 1, RISK 1");

  /** The rest of the plans are touched only when a conference does. */
  private static final double NOT_FORGOTTEN = 0.85;

  private final MunicipalityPlan plan;
  private final Extract extract;
  private final Stories stories;
  private final Unit unit;
  private final Stay stay;
  private final Chance chance;
  private final List<PlanPaper> papers = new ArrayList<>();

  PlanHistory(MunicipalityPlan plan, Stories stories, Unit unit, Stay stay, Extract extract) {
    this.plan = plan;
    this.extract = extract;
    this.stories = stories;
    this.unit = unit;
    this.stay = stay;
    chance = Chance.of(plan.seed(), "plan", stay.person(), stay.startDay());
  }

  void write(List<Case> cases) {
    drawUp();
    papers.stream().filter(paper -> chance.happens(NOT_FORGOTTEN)).forEach(this::followUp);
    cases.forEach(this::afterConference);
    papers.forEach(this::write);
  }

  private void drawUp() {
    if (stay.care().social() && chance.happens(0.97)) {
      draw("G", null, chance.logNormalDays(9, 0.7));
    }
    if (stay.care().inScope()) {
      int first = chance.between(0, PROBLEMS.size() - 1);
      int count = chance.happens(0.08) ? 0 : chance.between(1, 3);
      for (int i = 0; i < count; i++) {
        draw("H" + i, PROBLEMS.get((first + i) % PROBLEMS.size()), chance.logNormalDays(7, 0.9));
      }
    }
  }

  private void draw(String kind, @Nullable String problem, int daysAfterStart) {
    LocalDate created = stay.start().plusDays(daysAfterStart);
    if (stay.covers(created) && !created.isAfter(plan.until())) {
      String id = kind + stay.person() + "-" + stay.startDay();
      papers.add(PlanPaper.of(id, problem, created, stay, chance));
    }
  }

  private void followUp(PlanPaper paper) {
    LocalDate day = paper.created();
    if (day.isBefore(plan.historyFrom())) {
      day = plan.historyFrom().plusDays(chance.between(0, 150));
    } else {
      day = day.plusDays(pause());
    }
    for (; paper.inForce(day) && !day.isAfter(plan.until()); day = day.plusDays(pause())) {
      String trigger = TRIGGER.pick(chance);
      paper.revise(new PlanPaper.Revision(day, SCHEDULED.pick(chance), trigger, null));
    }
  }

  private int pause() {
    return chance.happens(unit.habits().followedUpInTime())
        ? chance.between(120, 180)
        : 184 + chance.logNormalDays(100, 0.9);
  }

  private void afterConference(Case decided) {
    boolean needed = decided.revisionNeeded().equals("YES");
    boolean inTime = chance.happens(stories.revisedInTime(unit, decided.day()));
    int soon = Math.min(14, chance.logNormalDays(5, 0.7));
    int late = 15 + chance.logNormalDays(14, 0.8);
    boolean never = chance.happens(0.4);
    String kind = needed ? "REVISED" : "FOLLOW_UP_NO_CHANGE";
    if (needed && (inTime || !never)) {
      revise(decided, decided.day().plusDays(inTime ? soon : late), kind);
    } else if (!needed && chance.happens(0.3)) {
      revise(decided, decided.day(), kind);
    }
  }

  private void revise(Case decided, LocalDate day, String kind) {
    boolean health = chance.happens(0.35);
    String end = chance.happens(0.08) ? "ENDED" : kind;
    String caseId = chance.happens(0.85) ? decided.id() : null;
    papers.stream()
        .filter(paper -> paper.inForce(day) && !day.isAfter(plan.until()))
        .min(Comparator.comparing(paper -> paper.health() != health))
        .ifPresent(paper ->
            paper.revise(
                new PlanPaper.Revision(
                    day,
                    kind.equals("REVISED") && paper.health() ? end : kind,
                    "CONFERENCE",
                    caseId)));
  }

  private void write(PlanPaper paper) {
    LocalDate ended = paper.ended().filter(day -> !day.isAfter(plan.until())).orElse(null);
    LocalDate latest =
        paper.revisions().stream()
            .map(PlanPaper.Revision::day)
            .max(Comparator.naturalOrder())
            .orElse(paper.created());
    extract
        .table("plan")
        .set("plan_id", paper.id())
        .set("person_key", PersonRows.key(plan, stay.person()))
        .set("org_unit_id", unit.id())
        .set("plan_type", paper.type())
        .set("law", paper.health() ? "HSL" : "SOL")
        .set("problem_area", paper.problem())
        .set("created_at", paper.created())
        .set("valid_from", paper.created())
        .set("valid_to", ended)
        .set("status", ended == null ? "ACTIVE" : "ENDED")
        .set("next_review_due", ended == null ? latest.plusDays(183) : null)
        .set("goals_total", paper.goals())
        .set("goals_measurable", chance.between(0, paper.goals()))
        .set("health_promoting_described", paper.health() ? null : chance.answer(0.78, 0.06))
        .set("participation_described", chance.answer(0.75, 0.07))
        .set(
            "person_participated", chance.happens(0.1) ? "NOT_POSSIBLE" : chance.answer(0.82, 0.06))
        .write();
    paper.revisions().stream()
        .sorted(Comparator.comparing(PlanPaper.Revision::day))
        .forEach(revision -> write(paper, revision));
  }

  private void write(PlanPaper paper, PlanPaper.Revision revision) {
    TableWriter row = extract.table("plan_revision");
    LocalDate told = revision.day().plusDays(chance.logNormalDays(3, 0.8));
    boolean gone = revision.kind().equals("REVISED") && chance.happens(0.77);
    int assessed = chance.between(0, paper.goals());
    LocalDate typed = revision.day().plusDays(chance.logNormalDays(0.6, 1.2));
    row.set("revision_id", "R" + row.rows())
        .set("plan_id", paper.id())
        .set("revised_at", revision.day())
        .set("registered_at", typed.isAfter(plan.until()) ? null : chance.at(typed, 8, 20))
        .set("revision_kind", revision.kind())
        .set("trigger", revision.trigger())
        .set("case_id", revision.caseId())
        .set(
            "gone_through_with_person_at",
            gone && stay.covers(told) && !told.isAfter(plan.until()) ? told : null)
        .set("goals_reached", (int) Math.round(assessed * chance.uniform()))
        .set("goals_assessed", assessed)
        .write();
  }
}
