package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A person's time at a unit, {@code [start, end)} in days since 1970. Days are integers because a
 * whole country's stays are held at once.
 *
 * @param person number of the person
 * @param unit number of the responsible unit
 * @param care kind of care
 * @param startDay first day
 * @param endDay day of leaving, {@link #OPEN} if that lies after the delivery
 * @param end why it ended
 */
record Stay(int person, int unit, Care care, int startDay, int endDay, StayEnd end) {
  static final int OPEN = Integer.MAX_VALUE;

  LocalDate start() {
    return LocalDate.ofEpochDay(startDay);
  }

  Optional<LocalDate> ended() {
    return endDay == OPEN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(endDay));
  }

  /** The same stay from a day on, at another unit. */
  Stay at(int otherUnit, int fromDay) {
    return new Stay(person, otherUnit, care, fromDay, endDay, end);
  }

  /** The same stay, ended earlier. */
  Stay until(int day, StayEnd reason) {
    return new Stay(person, unit, care, startDay, day, reason);
  }

  boolean covers(LocalDate day) {
    return startDay <= day.toEpochDay() && day.toEpochDay() < endDay;
  }
}
