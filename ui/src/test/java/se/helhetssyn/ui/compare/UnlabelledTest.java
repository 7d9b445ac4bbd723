package se.helhetssyn.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.analytics.mart.ValueKind;
import se.helhetssyn.analytics.stats.Interval;
import se.helhetssyn.analytics.stats.Wilson;

final class UnlabelledTest {
  private static final int LEAST_SHOWN = 5;
  private static final int SURELY_BLURRED = 22;
  private static final int LARGEST = 120;

  private final Map<List<Double>, Set<Integer>> denominators = new HashMap<>();
  private final Map<Integer, Set<List<Double>>> shown = new HashMap<>();

  UnlabelledTest() {
    for (int n = LEAST_SHOWN; n <= LARGEST; n++) {
      for (int x = 0; x <= n; x++) {
        List<Double> seen = seen(x, n);
        denominators.computeIfAbsent(seen, s -> new HashSet<>()).add(n);
        shown.computeIfAbsent(n, s -> new HashSet<>()).add(seen);
      }
    }
  }

  @Test
  void atLeastThreeDenominatorsFitWhatIsShownOfAnyShareOfTwentyTwoOrMore() {
    for (int n = SURELY_BLURRED; n <= LARGEST - SURELY_BLURRED; n++) {
      assertThat(shown.get(n))
          .as("%d", n)
          .allSatisfy(seen -> assertThat(denominators.get(seen)).hasSizeGreaterThanOrEqualTo(3));
    }
  }

  @Test
  void noCountAndNoNodeIsLeft() {
    Figure blurred = Unlabelled.unit(share(16, 22));
    FigureState.Value value = (FigureState.Value) blurred.state();
    assertThat(blurred.key().orgUnitId()).isEmpty();
    assertThat(value.numerator()).isNull();
    assertThat(value.denominator()).isNull();
    assertThat(value.unknown()).isNull();
    assertThat(value.persons()).isNull();
  }

  private static List<Double> seen(int numerator, int denominator) {
    FigureState.Value value =
        (FigureState.Value) Unlabelled.unit(share(numerator, denominator)).state();
    return List.of(value.value(), value.lower(), value.upper());
  }

  private static Figure share(long numerator, long denominator) {
    Interval interval = Wilson.interval(numerator, denominator);
    FigureKey key =
        new FigureKey(
            "C03",
            1,
            "MAIN",
            "AS_WAS",
            OrgLevel.UNIT,
            "E1",
            new Period(PeriodKind.QUARTER, LocalDate.of(2026, 7, 1)),
            Stratum.ALL);
    FigureState.Value value =
        new FigureState.Value(
            numerator,
            denominator,
            0L,
            null,
            (double) numerator / denominator,
            interval.lower(),
            interval.upper(),
            null,
            null,
            null,
            false);
    return new Figure(key, ValueKind.SHARE, value, false);
  }
}
