package se.helhetssyn.pipelines.lateness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ReverseKaplanMeierTest {
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void withTimeEnoughForAllItIsTheShareThatHasCome() {
    ReverseKaplanMeier delays = new ReverseKaplanMeier();
    delays.add(0, 400, 50);
    delays.add(2, 400, 30);
    delays.add(9, 400, 20);
    List<Double> shares = delays.shares(10);
    assertThat(shares.get(0)).isCloseTo(0.5, EXACT);
    assertThat(shares.get(1)).isCloseTo(0.5, EXACT);
    assertThat(shares.get(2)).isCloseTo(0.8, EXACT);
    assertThat(shares.get(8)).isCloseTo(0.8, EXACT);
    assertThat(shares.get(9)).isEqualTo(1);
    assertThat(delays.rows()).isEqualTo(100);
  }

  /** Half of all rows take ten days; the newest events have had five, so only half of them came. */
  @Test
  void rowsThatCannotHaveComeYetDoNotMakeItLookFaster() {
    ReverseKaplanMeier delays = new ReverseKaplanMeier();
    delays.add(0, 100, 500);
    delays.add(10, 100, 500);
    delays.add(0, 5, 500);
    assertThat(delays.shares(20).get(9)).isCloseTo(0.5, EXACT);
  }

  @Test
  void whatIsRegisteredBeforeTheEventComesAtOnce() {
    ReverseKaplanMeier delays = new ReverseKaplanMeier();
    delays.add(-3, 100, 20);
    delays.add(1, 100, 20);
    assertThat(delays.shares(1)).containsExactly(0.5, 1.0);
  }

  @Test
  void withTooFewRowsNothingIsTold() {
    ReverseKaplanMeier delays = new ReverseKaplanMeier();
    delays.add(1, 100, ReverseKaplanMeier.LEAST - 1);
    assertThat(delays.shares(120)).isEmpty();
  }

  @Test
  void aSingleVeryLateRowDoesNotTakeTheCurveDown() {
    ReverseKaplanMeier delays = new ReverseKaplanMeier();
    delays.add(0, 60, 1000);
    delays.add(90, 90, 1);
    assertThat(delays.shares(120).getFirst()).isEqualTo(1);
  }

  /** Delays with a known distribution, seen at a random moment: the curve must find it. */
  @Test
  void theCurveFindsTheDistributionThatRowsWereDrawnFrom() {
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      ReverseKaplanMeier delays = new ReverseKaplanMeier();
      double mean = 5 + random.nextInt(20);
      for (int row = 0; row < 40_000; row++) {
        int delay = (int) (-mean * Math.log(1 - random.nextDouble()));
        int reach = random.nextInt(300);
        if (delay <= reach) {
          delays.add(delay, reach, 1);
        }
      }
      List<Double> shares = delays.shares(DelayCurve.LAST_DAY);
      assertThat(shares).as("seed %d", seed).isSorted();
      for (int day = 0; day <= DelayCurve.LAST_DAY; day += 10) {
        assertThat(shares.get(day))
            .as("seed %d, mean %s, day %d", seed, mean, day)
            .isCloseTo(1 - Math.exp(-(day + 1) / mean), within(0.02));
      }
    }
  }
}
