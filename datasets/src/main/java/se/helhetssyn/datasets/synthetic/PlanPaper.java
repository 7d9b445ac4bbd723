package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One plan under way: it collects its revisions before it is written, since the last of them
 * decides its status.
 *
 * @param id its id
 * @param type type of plan, as in the extract
 * @param problem area of a health plan, or null
 * @param created day it was drawn up
 * @param leaves day the person leaves the unit, or null
 * @param goals number of goals
 * @param revisions what happened to it, in no order
 */
record PlanPaper(
    String id,
    String type,
    @Nullable String problem,
    LocalDate created,
    @Nullable LocalDate leaves,
    int goals,
    List<Revision> revisions) {

  /**
   * A revision of the plan.
   *
   * @param day when
   * @param kind what came of it, as in the extract
   * @param trigger why, as in the extract
   * @param caseId the case that led to it, or null
   */
  record Revision(LocalDate day, String kind, String trigger, @Nullable String caseId) {}

  static PlanPaper of(
      String id, @Nullable String problem, LocalDate created, Stay stay, Chance chance) {
    return new PlanPaper(
        id,
        problem == null ? "IMPLEMENTATION_PLAN" : "HEALTH_PLAN",
        problem,
        created,
        stay.ended().orElse(null),
        chance.between(1, 5),
        new ArrayList<>());
  }

  boolean health() {
    return problem != null;
  }

  boolean inForce(LocalDate day) {
    return !day.isBefore(created) && ended().map(day::isBefore).orElse(true);
  }

  /** The day a revision ended the plan or the person left, whichever came first. */
  Optional<LocalDate> ended() {
    Optional<LocalDate> closed =
        revisions.stream()
            .filter(revision -> revision.kind().equals("ENDED"))
            .map(Revision::day)
            .findFirst();
    return closed.or(() -> Optional.ofNullable(leaves));
  }

  /** Adds a revision on a day when the plan is in force; on any other day nothing is revised. */
  void revise(Revision revision) {
    if (inForce(revision.day())) {
      revisions.removeIf(
          later -> revision.kind().equals("ENDED") && later.day().isAfter(revision.day()));
      revisions.add(revision);
    }
  }
}
