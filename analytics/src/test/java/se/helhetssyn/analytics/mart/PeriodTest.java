package se.helhetssyn.analytics.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
  @Test
  void aDayLiesInItsMonthQuarterAndYear() {
    LocalDate leapDay = LocalDate.of(2024, 2, 29);
    assertThat(Period.containing(PeriodKind.MONTH, leapDay).lastDay()).isEqualTo(leapDay);
    assertThat(Period.containing(PeriodKind.QUARTER, leapDay).start()).isEqualTo("2024-01-01");
    assertThat(Period.containing(PeriodKind.YEAR, leapDay).lastDay()).isEqualTo("2024-12-31");
  }

  @Test
  void aStartThatIsNoFirstDayIsRefused() {
    assertThatThrownBy(() -> new Period(PeriodKind.QUARTER, LocalDate.of(2026, 2, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-02-01");
  }

  @Test
  void nextAndPreviousAreEachOthersInverse() {
    Period q1 = new Period(PeriodKind.QUARTER, LocalDate.of(2026, 1, 1));
    assertThat(q1.previous().start()).isEqualTo("2025-10-01");
    assertThat(q1.previous().next()).isEqualTo(q1);
  }
}
