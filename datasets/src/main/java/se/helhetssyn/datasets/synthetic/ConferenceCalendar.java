package se.helhetssyn.datasets.synthetic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
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
  private final DayOfWeek weekday;
  private final int hour;
  private final List<Conference> conferences = new ArrayList<>();

  private ConferenceCalendar(MunicipalityPlan plan, Stories stories, Unit unit) {
    this.plan = plan;
    this.stories = stories;
    this.unit = unit;
    chance = Chance.of(plan.seed(), "calendar", unit.index());
    weekday = chance.oneOf(List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY));
    hour = chance.oneOf(List.of(9, 13, 14));
  }

  static List<Conference> of(MunicipalityPlan plan, Stories stories, Unit unit) {
    var calendar = new ConferenceCalendar(plan, stories, unit);
    calendar.fill();
    return List.copyOf(calendar.conferences);
  }

  /** Booked four weeks ahead of the end of the delivery, like a real calendar. */
  private void fill() {
    int interval = stories.conferenceInterval(unit);
    LocalDate day = plan.from().plusDays(chance.between(0, interval - 1));
    day = day.with(TemporalAdjusters.nextOrSame(weekday));
    for (; day.isBefore(plan.until().plusDays(28)); day = day.plusDays(interval)) {
      if (!holiday(day)) {
        book(day);
      }
    }
  }

  private void book(LocalDate day) {
    double fate = chance.uniform();
    if (day.isAfter(plan.until())) {
      add(day, Conference.Status.PLANNED, null, null);
    } else if (stories.inOutbreak(unit, day)) {
      add(day, Conference.Status.CANCELLED, null, "OUTBREAK");
    } else if (fate < 0.05) {
      add(day, Conference.Status.CANCELLED, null, REASON.pick(chance));
    } else if (fate < 0.10) {
      postpone(day);
    } else {
      add(day, Conference.Status.HELD, null, null);
    }
  }

  private void postpone(LocalDate day) {
    Conference first = add(day, Conference.Status.POSTPONED, null, REASON.pick(chance));
    LocalDate next = day.plusDays(7);
    boolean late = chance.happens(0.1) || stories.inOutbreak(unit, next);
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

  /** Many units pause in July and around Christmas. */
  private static boolean holiday(LocalDate day) {
    boolean christmas =
        (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > 20)
            || (day.getMonth() == Month.JANUARY && day.getDayOfMonth() < 7);
    return christmas || day.getMonth() == Month.JULY;
  }
}
