package se.helhetssyn.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static se.helhetssyn.analytics.stats.Signal.Rule.OUTSIDE_LIMITS;
import static se.helhetssyn.analytics.stats.Signal.Rule.SHIFT;
import static se.helhetssyn.analytics.stats.Signal.Rule.TREND;
import static se.helhetssyn.analytics.stats.Signal.Rule.TWO_OF_THREE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Centre 50 of 100, one sigma is 5: limits 35 and 65, outer thirds beyond 40 and 60. */
class VariationRulesTest {
  private static final LaneyPPrime BASELINE = new LaneyPPrime(0.5, 1);
  private static final @Nullable Signal NONE = null;

  private static List<@Nullable Signal> signals(long... numerators) {
    return VariationRules.signals(BASELINE, ChartPoints.of(100, numerators));
  }

  private static Signal up(Signal.Rule rule) {
    return new Signal(rule, true);
  }

  private static Signal down(Signal.Rule rule) {
    return new Signal(rule, false);
  }

  @Test
  void aPointBeyondALimitIsOutside() {
    assertThat(signals(66, 50, 34)).containsExactly(up(OUTSIDE_LIMITS), NONE, down(OUTSIDE_LIMITS));
  }

  @Test
  void aPointOnALimitIsNotOutside() {
    assertThat(signals(65, 50, 35)).containsOnlyNulls();
  }

  @Test
  void noPointsGiveNoSignals() {
    assertThat(signals()).isEmpty();
  }

  @Test
  void sevenRisingPointsAreATrend() {
    assertThat(signals(50, 45, 46, 47, 49, 51, 53, 55, 54))
        .containsExactly(
            NONE, up(TREND), up(TREND), up(TREND), up(TREND), up(TREND), up(TREND), up(TREND),
            NONE);
  }

  @Test
  void sixFallingPointsAreNoTrend() {
    assertThat(signals(45, 55, 54, 53, 49, 47, 46, 49)).containsOnlyNulls();
  }

  @Test
  void aTieEndsATrend() {
    assertThat(signals(45, 46, 47, 49, 49, 51, 53, 55)).containsOnlyNulls();
  }

  @Test
  void twoOfThreeInTheOuterThirdSignal() {
    assertThat(signals(61, 52, 62)).containsExactly(up(TWO_OF_THREE), NONE, up(TWO_OF_THREE));
    assertThat(signals(39, 38, 49)).containsExactly(down(TWO_OF_THREE), down(TWO_OF_THREE), NONE);
  }

  @Test
  void twoOfThreeNeedsAllThreeOnOneSide() {
    assertThat(signals(61, 49, 62)).containsOnlyNulls();
    assertThat(signals(61, 50, 62)).containsOnlyNulls();
  }

  @Test
  void aPointOutsideIsNotOneOfTheTwo() {
    assertThat(signals(61, 66, 52)).containsExactly(NONE, up(OUTSIDE_LIMITS), NONE);
    assertThat(signals(61, 66, 62))
        .containsExactly(up(TWO_OF_THREE), up(OUTSIDE_LIMITS), up(TWO_OF_THREE));
  }

  @Test
  void aPointOnTheEdgeOfTheOuterThirdIsNotInIt() {
    assertThat(signals(60, 52, 61)).containsOnlyNulls();
  }

  @Test
  void sevenPointsOnOneSideAreAShift() {
    assertThat(signals(51, 52, 51, 52, 51, 52)).containsOnlyNulls();
    assertThat(signals(49, 51, 52, 51, 52, 51, 52, 51, 49))
        .filteredOn(s -> s != null)
        .hasSize(7)
        .containsOnly(up(SHIFT));
  }

  @Test
  void aPointOnTheCentreNeitherExtendsNorBreaksARun() {
    assertThat(signals(51, 52, 51, 50, 52, 51, 52)).containsOnlyNulls();
    assertThat(signals(51, 52, 51, 50, 52, 51, 52, 51)).element(3).isNull();
    assertThat(signals(51, 52, 51, 50, 52, 51, 52, 51)).last().isEqualTo(up(SHIFT));
  }

  @Test
  void theFirstRuleThatHoldsIsTold() {
    assertThat(signals(51, 53, 55, 57, 61, 63, 66))
        .containsExactly(
            up(TREND), up(TREND), up(TREND), up(TREND), up(TREND), up(TREND), up(OUTSIDE_LIMITS));
    assertThat(signals(64, 63, 59, 57, 55, 53, 51)).containsOnly(down(TREND));
    assertThat(signals(51, 52, 51, 52, 61, 62, 53))
        .containsExactly(
            up(SHIFT),
            up(SHIFT),
            up(SHIFT),
            up(SHIFT),
            up(TWO_OF_THREE),
            up(TWO_OF_THREE),
            up(SHIFT));
  }
}
