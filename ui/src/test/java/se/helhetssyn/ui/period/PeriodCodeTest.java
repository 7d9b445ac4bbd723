package se.helhetssyn.ui.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;

final class PeriodCodeTest {
  private static final List<PeriodKind> KINDS = List.of(PeriodKind.values());

  @Test
  void everyPeriodIsReadBackFromItsCode() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      PeriodKind kind = KINDS.get(random.nextInt(KINDS.size()));
      LocalDate day = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(60_000));
      Period period = Period.containing(kind, day);
      assertThat(PeriodCode.read(PeriodCode.write(period))).as("seed %d", seed).contains(period);
    }
  }

  @Test
  void aWindowIsNamedByTheQuarterItEndsWith() {
    Period window = new Period(PeriodKind.ROLLING_12M, LocalDate.of(2025, 10, 1));
    assertThat(PeriodCode.write(window)).isEqualTo("2026-K3-R12");
    assertThat(PeriodCode.read("2026-K3-R12")).contains(window);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026-13", "2026-K5", "26-01", "2026-1", "igår", "2026-03-01", "2026-R12"})
  void anythingElseIsNoPeriod(String code) {
    assertThat(PeriodCode.read(code)).isEmpty();
  }
}
