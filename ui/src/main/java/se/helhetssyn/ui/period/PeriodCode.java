package se.helhetssyn.ui.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;

/**
 * A period as it stands in an address: {@code 2026-03}, {@code 2026-K1}, {@code 2026}, or {@code
 * 2026-K1-R12} for the twelve months that end with a quarter.
 */
public final class PeriodCode {
  private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(?:K([1-4])(-R12)?|(\\d{2})))?");

  private PeriodCode() {}

  public static String write(Period period) {
    int year = period.start().getYear();
    int month = period.start().getMonthValue();
    return switch (period.kind()) {
      case MONTH -> "%04d-%02d".formatted(year, month);
      case QUARTER -> "%04d-K%d".formatted(year, (month + 2) / 3);
      case YEAR -> "%04d".formatted(year);
      case ROLLING_12M -> write(lastQuarter(period)) + "-R12";
    };
  }

  /** The quarter that a window ends with. */
  private static Period lastQuarter(Period window) {
    return Period.containing(PeriodKind.QUARTER, window.lastDay());
  }

  /** The period; empty if the code is not one. */
  static Optional<Period> read(String code) {
    Matcher parts = CODE.matcher(code);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group(1));
    if (parts.group(2) != null) {
      Optional<Period> quarter =
          of(PeriodKind.QUARTER, year, Integer.parseInt(parts.group(2)) * 3 - 2);
      return parts.group(3) == null ? quarter : quarter.map(PeriodChoice::window);
    }
    return parts.group(4) == null
        ? of(PeriodKind.YEAR, year, 1)
        : of(PeriodKind.MONTH, year, Integer.parseInt(parts.group(4)));
  }

  private static Optional<Period> of(PeriodKind kind, int year, int month) {
    try {
      return Optional.of(new Period(kind, LocalDate.of(year, month, 1)));
    } catch (DateTimeException noSuchMonth) {
      return Optional.empty();
    }
  }
}
