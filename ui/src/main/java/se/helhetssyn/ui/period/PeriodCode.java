package se.helhetssyn.ui.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;

/** A period as it stands in an address: {@code 2026-03}, {@code 2026-K1} or {@code 2026}. */
public final class PeriodCode {
  private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(?:K([1-4])|(\\d{2})))?");

  private PeriodCode() {}

  public static String write(Period period) {
    int year = period.start().getYear();
    int month = period.start().getMonthValue();
    return switch (period.kind()) {
      case MONTH -> "%04d-%02d".formatted(year, month);
      case QUARTER -> "%04d-K%d".formatted(year, (month + 2) / 3);
      case YEAR -> "%04d".formatted(year);
    };
  }

  /** The period; empty if the code is not one. */
  static Optional<Period> read(String code) {
    Matcher parts = CODE.matcher(code);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group(1));
    if (parts.group(2) != null) {
      int quarter = Integer.parseInt(parts.group(2));
      return of(PeriodKind.QUARTER, year, quarter * 3 - 2);
    }
    return parts.group(3) == null
        ? of(PeriodKind.YEAR, year, 1)
        : of(PeriodKind.MONTH, year, Integer.parseInt(parts.group(3)));
  }

  private static Optional<Period> of(PeriodKind kind, int year, int month) {
    try {
      return Optional.of(new Period(kind, LocalDate.of(year, month, 1)));
    } catch (DateTimeException noSuchMonth) {
      return Optional.empty();
    }
  }
}
