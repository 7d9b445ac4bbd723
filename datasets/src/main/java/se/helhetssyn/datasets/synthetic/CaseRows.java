package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses whom each of a unit's conferences takes up and writes the cases. */
final class CaseRows {
  /** Days that those who are seldom thought of wait longer than others. */
  private static final int LONGER_WAIT = 300;

  private final MunicipalityPlan plan;
  private final Extract extract;
  private final List<Stay> residents;
  private final Chance chance;
  private final double seldom;
  private final Map<Stay, LocalDate> lastDiscussed = new HashMap<>();
  private final Map<Stay, List<Case>> cases = new HashMap<>();

  CaseRows(MunicipalityPlan plan, Unit unit, List<Stay> stays, Extract extract) {
    this.plan = plan;
    this.extract = extract;
    residents = stays.stream().filter(stay -> stay.care().inScope()).toList();
    chance = Chance.of(plan.seed(), "case", unit.index());
    seldom = Chance.of(plan.seed(), "case habit", unit.index()).share(0.26, 0.08);
  }

  /** What each person's conferences decided, in order. */
  List<Case> of(Stay stay) {
    return cases.getOrDefault(stay, List.of());
  }

  /** Writes a held conference's cases and tells those that were discussed. */
  List<Case> write(Conference conference) {
    List<Stay> present = residents.stream().filter(stay -> stay.covers(conference.day())).toList();
    int places = Math.clamp(present.size() / 4, 3, 8);
    List<Case> discussed = new ArrayList<>();
    int taken = 0;
    int current = 0;
    for (Stay stay : queue(present, conference.day())) {
      if (taken == places) {
        break;
      }
      if (chance.happens(0.9)) {
        taken++;
        boolean isNew = !lastDiscussed.containsKey(stay) && recent(stay, conference.day());
        boolean pressing = !isNew && current < 2;
        current += pressing ? 1 : 0;
        String reason = isNew ? "NEW_PERSON" : pressing ? "CURRENT_ISSUE" : "PRIORITY_ORDER";
        write(conference, stay, reason, taken).ifPresent(discussed::add);
      }
    }
    return discussed;
  }

  /** New persons first, then those with a pressing question, then the longest since last time. */
  private List<Stay> queue(List<Stay> present, LocalDate day) {
    Map<Stay, Long> turn = new HashMap<>();
    for (Stay stay : present) {
      LocalDate last = lastDiscussed.getOrDefault(stay, stay.start());
      boolean first = !lastDiscussed.containsKey(stay) && recent(stay, day);
      long pressing = chance.happens(0.06) ? -20_000 : 0;
      turn.put(
          stay,
          first
              ? -100_000
              : Math.max(last.toEpochDay(), plan.historyFrom().toEpochDay())
                  + chance.between(0, 60)
                  + (isSeldom(stay) ? LONGER_WAIT : 0)
                  + pressing);
    }
    return present.stream()
        .sorted(
            Comparator.comparing((Stay stay) -> turn.getOrDefault(stay, 0L))
                .thenComparingInt(Stay::person))
        .toList();
  }

  private boolean isSeldom(Stay stay) {
    return Chance.of(plan.seed(), "seldom", stay.person()).happens(seldom);
  }

  private static boolean recent(Stay stay, LocalDate day) {
    return day.toEpochDay() - stay.startDay() < 75;
  }

  private Optional<Case> write(Conference conference, Stay stay, String reason, int rank) {
    String id = conference.id() + "-" + rank;
    boolean discussed = chance.happens(0.94);
    LocalDateTime listed = chance.at(conference.day().minusDays(chance.between(1, 12)), 8, 16);
    TableWriter row =
        extract
            .table("conference_case")
            .set("case_id", id)
            .set("conference_id", conference.id())
            .set("person_key", PersonRows.key(plan, stay.person()))
            .set("listed_at", chance.happens(0.9) ? listed : null)
            .set("case_reason", chance.happens(0.96) ? reason : null)
            .set("priority_rank", reason.equals("PRIORITY_ORDER") ? rank : null)
            .set("outcome", discussed ? "DISCUSSED" : "NOT_DISCUSSED");
    consent(row, conference.day());
    Optional<Case> decided = Optional.empty();
    if (discussed) {
      decided = Optional.of(discussion(row, id, conference));
      decided.ifPresent(each -> cases.computeIfAbsent(stay, key -> new ArrayList<>()).add(each));
      lastDiscussed.put(stay, conference.day());
    }
    row.write();
    return decided;
  }

  private void consent(TableWriter row, LocalDate day) {
    String informed = chance.happens(0.1) ? "NOT_POSSIBLE" : chance.answer(0.8, 0.06);
    String agreement = chance.answer(0.55, 0.1);
    row.set("person_informed", informed)
        .set(
            "person_informed_at",
            informed.equals("YES") ? day.minusDays(chance.between(0, 10)) : null)
        .set("relative_agreement", agreement)
        .set("relative_informed", agreement.equals("YES") ? chance.answer(0.75, 0.08) : null)
        .set("person_present", chance.answer(0.12, 0.03))
        .set("relative_present", chance.answer(0.06, 0.03));
  }

  private Case discussion(TableWriter row, String id, Conference conference) {
    var decided =
        new Case(id, conference.day(), chance.answer(0.38, 0.05), chance.answer(0.24, 0.05));
    row.set("wishes_recorded", chance.answer(0.7, 0.1))
        .set("reviewed_impl_plan", chance.answer(0.9, 0.03))
        .set("reviewed_health_plan", reviewed(0.08))
        .set("reviewed_registers", reviewed(0.05))
        .set("followed_up", chance.answer(0.86, 0.04))
        .set("evaluated", chance.answer(0.8, 0.05))
        .set("revision_needed", decided.revisionNeeded())
        .set("risk_assessment_needed", decided.assessmentNeeded());
    documentation(row, conference);
    return decided;
  }

  private String reviewed(double notApplicable) {
    return chance.happens(notApplicable) ? "NOT_APPLICABLE" : chance.answer(0.85, 0.04);
  }

  private void documentation(TableWriter row, Conference conference) {
    boolean contact = chance.happens(0.78);
    String designated = contact ? "NOT_APPLICABLE" : chance.answer(0.75, 0.08);
    row.set("contact_worker_present", contact ? "YES" : "NO")
        .set("documentation_substitute_designated", designated)
        .set("sol_documented_at", documented(conference, 0.9))
        .set(
            "sol_documented_by",
            contact
                ? "CONTACT_WORKER"
                : designated.equals("YES") ? "DESIGNATED_SUBSTITUTE" : "OTHER")
        .set("hsl_documented_at", documented(conference, 0.93));
  }

  private @Nullable LocalDateTime documented(Conference conference, double share) {
    LocalDate day = conference.day().plusDays(chance.logNormalDays(0.8, 1.1));
    LocalDateTime time = chance.at(day, 16, 20);
    return chance.happens(share) && !day.isAfter(plan.until()) ? time : null;
  }
}
