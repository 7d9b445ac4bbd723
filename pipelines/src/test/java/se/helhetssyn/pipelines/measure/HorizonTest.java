package se.helhetssyn.pipelines.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;

final class HorizonTest {
  private static Horizon horizon(String from, String to, String asOf) {
    return new Horizon(LocalDate.parse(from), LocalDate.parse(to), LocalDate.parse(asOf));
  }

  private static List<String> starts(Horizon horizon, PeriodKind kind) {
    return horizon.periods(kind).stream().map(Period::start).map(LocalDate::toString).toList();
  }

  @Test
  void periodsBeginWithTheFirstWholeOneOfTheDelivery() {
    Horizon horizon = horizon("2025-01-02", "2026-02-10", "2026-02-10");
    assertThat(starts(horizon, PeriodKind.MONTH)).startsWith("2025-02-01").endsWith("2026-02-01");
    assertThat(starts(horizon, PeriodKind.QUARTER))
        .containsExactly("2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01");
    assertThat(starts(horizon, PeriodKind.YEAR)).containsExactly("2026-01-01");
  }

  @Test
  void daysOfLongAgoAreMistakesAndMakeNoPeriods() {
    assertThat(starts(horizon("0202-03-01", "2026-02-10", "2026-02-10"), PeriodKind.MONTH))
        .startsWith("1990-01-01")
        .hasSize(36 * 12 + 2);
  }

  @Test
  void aDeliveryThatBeginsWithAPeriodKeepsIt() {
    assertThat(starts(horizon("2025-01-01", "2025-03-31", "2025-04-30"), PeriodKind.MONTH))
        .containsExactly("2025-01-01", "2025-02-01", "2025-03-01");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-10, 2026-03-31, 2026-02-10",
    "2026-03-31, 2026-02-10, 2026-02-10",
    "2026-02-28, 2026-02-28, 2026-02-28",
  })
  void nothingIsToldBeyondTheDeliveryOrToday(String to, String asOf, String lastKnown) {
    Horizon horizon = horizon("2025-12-15", to, asOf);
    assertThat(horizon.lastKnownDay()).isEqualTo(lastKnown);
    assertThat(starts(horizon, PeriodKind.MONTH)).containsExactly("2026-01-01", "2026-02-01");
  }

  @Test
  void onlyAFinishedMonthHasAnEnd() {
    assertThat(horizon("2023-12-31", "2024-03-30", "2024-05-01").periodEnds())
        .extracting(LocalDate::toString)
        .containsExactly("2024-01-31", "2024-02-29");
    assertThat(horizon("2023-01-01", "2023-02-28", "2023-02-28").periodEnds())
        .extracting(LocalDate::toString)
        .containsExactly("2023-01-31", "2023-02-28");
  }

  @Test
  void aDeliveryWithoutAWholePeriodHasNone() {
    Horizon horizon = horizon("2026-02-03", "2026-02-27", "2026-06-30");
    assertThat(horizon.periods(PeriodKind.MONTH)).isEmpty();
    assertThat(horizon.periodEnds()).isEmpty();
  }
}
