package se.helhetssyn.ui.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;

final class SwedishDatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  @Test
  void daysAndMinutesAreSwedish() {
    assertThat(SwedishDates.day(DAY)).isEqualTo("31\u00a0mars 2026");
    assertThat(SwedishDates.minute(Instant.parse("2026-07-01T22:05:00Z")))
        .isEqualTo("2\u00a0juli 2026 kl.\u00a000.05");
  }

  @Test
  void periodsAreNamedByTheirKind() {
    assertThat(SwedishDates.period(Period.containing(PeriodKind.MONTH, DAY)))
        .isEqualTo("mars 2026");
    assertThat(SwedishDates.period(Period.containing(PeriodKind.QUARTER, DAY)))
        .isEqualTo("kvartal 1 2026");
    assertThat(SwedishDates.period(Period.containing(PeriodKind.YEAR, DAY))).isEqualTo("2026");
    assertThat(SwedishDates.axis(Period.containing(PeriodKind.QUARTER, DAY))).isEqualTo("K1 26");
    Period window = new Period(PeriodKind.ROLLING_12M, LocalDate.of(2025, 4, 1));
    assertThat(SwedishDates.period(window)).isEqualTo("april 2025\u2060–\u2060mars 2026");
    assertThat(SwedishDates.axis(window)).isEqualTo("12 mån till mars 26");
  }
}
