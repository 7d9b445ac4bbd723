package se.helhetssyn.ui.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A run that is started every day.
 *
 * @param id which
 * @param dailyAt time of day in Sweden, to the minute
 * @param folder where deliveries are taken from
 * @param mapping file name of the mapping they are read with; null for the canonical layout
 * @param grace how long after its time it may start without anybody being told
 * @param user who set it
 * @param lastDay the last day it was started for
 * @param alarmedDay the last day of which somebody was told that it did not start; null if none
 */
record Schedule(
    String id,
    LocalTime dailyAt,
    Path folder,
    @Nullable String mapping,
    Duration grace,
    String user,
    LocalDate lastDay,
    @Nullable LocalDate alarmedDay) {
  /** The last day whose time has come. */
  static LocalDate dueDay(LocalTime dailyAt, ZonedDateTime now) {
    LocalDate today = now.toLocalDate();
    return at(today, dailyAt, now).isAfter(now) ? today.minusDays(1) : today;
  }

  LocalDate dueDay(ZonedDateTime now) {
    return dueDay(dailyAt, now);
  }

  /** Whether it should have been started and has not. */
  boolean isDue(ZonedDateTime now) {
    return dueDay(now).isAfter(lastDay);
  }

  /** Whether it should have been started so long ago that somebody must be told. */
  boolean isMissing(ZonedDateTime now) {
    return isDue(now) && at(dueDay(now), dailyAt, now).plus(grace).isBefore(now);
  }

  /** A time that the clocks skip in spring is the one an hour later. */
  private static ZonedDateTime at(LocalDate day, LocalTime time, ZonedDateTime now) {
    return ZonedDateTime.of(day, time, now.getZone());
  }
}
