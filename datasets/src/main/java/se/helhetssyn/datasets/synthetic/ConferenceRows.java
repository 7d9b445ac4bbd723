package se.helhetssyn.datasets.synthetic;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes a unit's conferences and who took part. */
final class ConferenceRows {
  private static final Mix PRESENCE = Mix.of("PRESENT 9, REMOTE 1");
  private static final Mix ABSENCE = Mix.of("ABSENT 8, PARTIAL 2");
  private static final Mix MODE = Mix.of("ON_SITE 7, DIGITAL 1, HYBRID 2");

  private final Extract extract;
  private final Stories stories;
  private final Unit unit;
  private final Chance chance;

  ConferenceRows(Stories stories, Unit unit, Chance chance, Extract extract) {
    this.extract = extract;
    this.stories = stories;
    this.unit = unit;
    this.chance = chance;
  }

  void write(Conference conference) {
    TableWriter row = booked(conference);
    if (conference.held()) {
      Set<Role> missing = missing(conference);
      held(row, conference, missing);
      row.write();
      participants(conference, missing);
    } else {
      row.write();
    }
  }

  /** A conference that stands for a postponed one is booked in its last week. */
  private TableWriter booked(Conference conference) {
    boolean ordinary = conference.replaces() == null;
    int bookedAhead = ordinary ? chance.between(35, 120) : 7;
    int invitedAhead = ordinary ? chance.between(28, 34) : chance.between(3, 6);
    return extract
        .table("conference")
        .set("conference_id", conference.id())
        .set("org_unit_id", unit.id())
        .set("planned_start", conference.planned())
        .set("status", conference.status())
        .set("replaces_conference_id", conference.replaces())
        .set("cancel_reason", conference.cancelReason())
        .set("booked_at", conference.day().minusDays(bookedAhead))
        .set("booked_by_role", chance.happens(0.94) ? Role.UNIT_MANAGER : Role.REGISTERED_NURSE)
        .set("consulted_rn", chance.answer(0.92, 0.03))
        .set("consulted_ot", chance.answer(0.86, 0.04))
        .set("consulted_pt", chance.answer(0.86, 0.04))
        .set(
            "invitation_sent_at",
            chance.happens(0.9) ? conference.day().minusDays(invitedAhead) : null)
        .set("mode", MODE.pick(chance));
  }

  private void held(TableWriter row, Conference conference, Set<Role> missing) {
    LocalDateTime start = conference.planned().plusMinutes(5L * chance.between(0, 3));
    boolean noted = chance.happens(0.9);
    row.set("actual_start", start)
        .set("actual_end", start.plusMinutes(5L * chance.between(9, 20)))
        .set("chair_role", chair(missing))
        .set("minutes_written", noted ? "YES" : chance.answer(0, 0.3))
        .set(
            "minutes_author_role",
            noted ? (chance.happens(0.85) ? Role.CARE_WORKER : Role.REGISTERED_NURSE) : null)
        .set("minutes_written_at", noted ? conference.day() : null)
        .set(
            "previous_minutes_used",
            conference.number() == 0 ? "NOT_APPLICABLE" : chance.answer(0.8, 0.05));
  }

  private Set<Role> missing(Conference conference) {
    var missing = EnumSet.noneOf(Role.class);
    if (!chance.happens(stories.teamComplete(unit, conference.day()))) {
      missing.add(Role.missing(chance));
      if (chance.happens(0.2)) {
        missing.add(Role.missing(chance));
      }
    }
    return missing;
  }

  /** The ordinary chair, else one of the therapists; now and then someone the routine forbids. */
  private Role chair(Set<Role> missing) {
    Role ordinary =
        unit.type() == UnitType.RESIDENTIAL_CARE ? Role.REGISTERED_NURSE : Role.UNIT_MANAGER;
    Role other = ordinary == Role.UNIT_MANAGER ? Role.REGISTERED_NURSE : Role.UNIT_MANAGER;
    List<Role> order =
        chance.happens(0.05)
            ? List.of(other, ordinary, Role.PHYSIOTHERAPIST, Role.CARE_WORKER)
            : List.of(
                ordinary,
                Role.OCCUPATIONAL_THERAPIST,
                Role.PHYSIOTHERAPIST,
                Role.CARE_WORKER,
                other);
    return order.stream().filter(role -> !missing.contains(role)).findFirst().orElse(ordinary);
  }

  private void participants(Conference conference, Set<Role> missing) {
    int number = 0;
    for (Role role : Role.values()) {
      int people = role == Role.CARE_WORKER ? careWorkers() : 1;
      for (int i = 0; i < people; i++) {
        boolean absent = missing.contains(role);
        if (!absent || chance.happens(0.8)) {
          number++;
          participant(conference, number, role, absent);
        }
      }
    }
  }

  private int careWorkers() {
    return chance.happens(0.14) ? 1 : chance.between(2, 4);
  }

  private void participant(Conference conference, int number, Role role, boolean absent) {
    extract
        .table("conference_participant")
        .set("conference_id", conference.id())
        .set("participant_no", number)
        .set("role", role)
        .set("attendance", (absent ? ABSENCE : PRESENCE).pick(chance))
        .set("is_substitute", chance.answer(0.08, 0.03))
        .set("prepared", absent ? null : chance.answer(0.82, 0.08))
        .write();
  }
}
