package se.helhetssyn.ui.wording;

import static se.helhetssyn.ui.wording.Wording.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import se.helhetssyn.analytics.mart.Period;

/** Dates, times and periods as they are written in Swedish; no line is broken after a day. */
public final class SwedishDates {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d\u00a0MMMM uuuu", Wording.SWEDISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d\u00a0MMMM uuuu 'kl.'\u00a0HH.mm", Wording.SWEDISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Wording.SWEDISH);
  private static final DateTimeFormatter SHORT_MONTH =
      DateTimeFormatter.ofPattern("MMM uu", Wording.SWEDISH);

  private SwedishDates() {}

  /** For example {@code 31 mars 2026}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Local Swedish time, for example {@code 1 november 2026 kl. 07.00}. */
  public static String minute(Instant instant) {
    return MINUTE.format(instant.atZone(STOCKHOLM));
  }

  /**
   * For example {@code mars 2026}, {@code kvartal 1 2026}, {@code 2026} or {@code april 2025–mars
   * 2026}.
   */
  public static String period(Period period) {
    String year = Integer.toString(period.start().getYear());
    return switch (period.kind()) {
      case MONTH -> MONTH.format(period.start());
      case QUARTER -> text("period.quarter.long", quarter(period), year);
      case YEAR -> period.start().getMonthValue() == 1 ? year : months(period);
      case ROLLING_12M -> months(period);
    };
  }

  private static String months(Period period) {
    return text(
        "period.rolling.long", MONTH.format(period.start()), MONTH.format(period.lastDay()));
  }

  /**
   * Short enough for an axis, for example {@code mars 26}, {@code K1 26} or {@code 2026}; a window
   * by its end.
   */
  public static String axis(Period period) {
    String year = Integer.toString(period.start().getYear());
    return switch (period.kind()) {
      case MONTH -> shortMonth(period.start());
      case QUARTER -> text("period.quarter.short", quarter(period), year.substring(2));
      case YEAR -> year;
      case ROLLING_12M -> text("period.rolling.short", shortMonth(period.lastDay()));
    };
  }

  private static String shortMonth(LocalDate day) {
    return SHORT_MONTH.format(day).replace(".", "");
  }

  private static String quarter(Period period) {
    return Integer.toString((period.start().getMonthValue() + 2) / 3);
  }
}
