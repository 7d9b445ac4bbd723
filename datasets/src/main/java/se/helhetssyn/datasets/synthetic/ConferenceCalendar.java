package se.helhetssyn.datasets.synthetic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a unit's conferences were booked and what became of each. */
final class ConferenceCalendar {
  private static final Mix REASON = Mix.of("STAFFING 5, NO_CASES 2, HOLIDAY 1, OTHER 2");

  private final MunicipalityPlan plan;
  private final Stories stories;
  private final Unit unit;
  private final Chance chance;
  private final Pauses pauses;
  private final DayOfWeek weekday;
  private final int hour;
  private final List<Conference> conferences = new ArrayList<>();

  private ConferenceCalendar(MunicipalityPlan plan, Stories stories, Unit unit) {
    this.plan = plan;
    this.stories = stories;
    this.unit = unit;
    chance = Chance.of(plan.seed(), "calendar", unit.index());
    pauses = new Pauses(plan, unit);
    weekday = chance.oneOf(List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY));
    hour = chance.oneOf(List.of(9, 13, 14));
  }

  /** The unit's conferences in order of booking; a short-term unit has none. */
  static List<Conference> of(MunicipalityPlan plan, Stories stories, Unit unit) {
    if (unit.type() == UnitType.SHORT_TERM_CARE) {
      return List.of();
    }
    var calendar = new ConferenceCalendar(plan, stories, unit);
    calendar.fill();
    return List.copyOf(calendar.conferences);
  }

  /** From the history on, and four weeks ahead of the end like a real calendar. */
  private void fill() {
    int interval = stories.conferenceInterval(unit);
    LocalDate first = unit.firstDay(plan).plusDays(chance.between(0, interval - 1));
    first = first.with(TemporalAdjusters.nextOrSame(weekday));
    long before = ChronoUnit.DAYS.between(plan.historyFrom(), first) / interval;
    Chance earlier = Chance.of(plan.seed(), "earlier calendar", unit.index());
    LocalDate day = first.minusDays(before * interval);
    for (; day.isBefore(plan.until().plusDays(28)); day = day.plusDays(interval)) {
      if (unit.open(day) && !pauses.cover(day)) {
        book(day, day.isBefore(first) ? earlier : chance);
      }
    }
  }

  private void book(LocalDate day, Chance fates) {
    double fate = fates.uniform();
    if (day.isAfter(plan.until())) {
      add(day, Conference.Status.PLANNED, null, null);
    } else if (stories.inOutbreak(unit, day)) {
      add(day, Conference.Status.CANCELLED, null, "OUTBREAK");
    } else if (fate < 0.05) {
      add(day, Conference.Status.CANCELLED, null, REASON.pick(fates));
    } else if (fate < 0.10) {
      postpone(day, fates);
    } else {
      add(day, Conference.Status.HELD, null, null);
    }
  }

  /** By a week, or by a day where they meet every week. */
  private void postpone(LocalDate day, Chance fates) {
    Conference first = add(day, Conference.Status.POSTPONED, null, REASON.pick(fates));
    LocalDate next = day.plusDays(stories.conferenceInterval(unit) > 7 ? 7 : 1);
    boolean late = fates.happens(0.1) || stories.inOutbreak(unit, next) || !unit.open(next);
    if (next.isAfter(plan.until())) {
      add(next, Conference.Status.PLANNED, first.id(), null);
    } else if (late) {
      add(next, Conference.Status.CANCELLED, first.id(), "STAFFING");
    } else {
      add(next, Conference.Status.HELD, first.id(), null);
    }
  }

  private Conference add(
      LocalDate day, Conference.Status status, @Nullable String replaces, @Nullable String reason) {
    int number = conferences.size();
    var conference =
        new Conference(
            "K-%s-%03d".formatted(unit.id(), number + 1),
            number,
            day.atTime(hour, 0),
            status,
            replaces,
            reason);
    conferences.add(conference);
    return conference;
  }
}
