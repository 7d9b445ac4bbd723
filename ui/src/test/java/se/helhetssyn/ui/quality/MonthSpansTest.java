package se.helhetssyn.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MonthSpansTest {
  @Test
  void monthsThatFollowEachOtherAreASpan() {
    assertThat(words("2025-12", "2026-01", "2026-03"))
        .isEqualTo("december 2025–januari 2026, mars 2026");
    assertThat(words("2026-03")).isEqualTo("mars 2026");
    assertThat(MonthSpans.words(List.of())).isEmpty();
  }

  private static String words(String... months) {
    return MonthSpans.words(Stream.of(months).map(month -> LocalDate.parse(month + "-01")).toList())
        .replace("\u2060", "");
  }
}
