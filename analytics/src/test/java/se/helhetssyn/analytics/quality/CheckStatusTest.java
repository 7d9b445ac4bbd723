package se.helhetssyn.analytics.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static se.helhetssyn.analytics.quality.CheckStatus.ERROR;
import static se.helhetssyn.analytics.quality.CheckStatus.FAILED;
import static se.helhetssyn.analytics.quality.CheckStatus.NOT_APPLICABLE;
import static se.helhetssyn.analytics.quality.CheckStatus.PASSED;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckStatusTest {
  private static final int TRIES = 20_000;

  @ParameterizedTest
  @CsvSource({
    "100, 29, false, 0.29, PASSED",
    "100, 30, false, 0.29, FAILED",
    "10, 0, false, 0, PASSED",
    "10, 1, false, 0, FAILED",
    "10, 10, false, 1, PASSED",
    "0, 0, false, 0, NOT_APPLICABLE",
    "0, 0, true, 0, ERROR",
    "10, 1, true, 1, ERROR",
    "9000000000000000000, 90000000000000001, false, 0.01, FAILED",
  })
  void aCheckFailsAboveItsThreshold(
      long checked, long affected, boolean broken, double threshold, CheckStatus status) {
    assertThat(CheckStatus.of(checked, affected, broken, threshold)).isEqualTo(status);
  }

  /** Each status is told by a condition of its own; exactly one of the four holds. */
  @Test
  void everyCheckHasExactlyOneStatus() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      long checked = random.nextInt(50);
      long affected = checked == 0 ? 0 : random.nextLong(checked + 1);
      boolean broken = random.nextInt(5) == 0;
      double threshold = random.nextInt(101) / 100.0;
      boolean above = 100 * affected > Math.round(100 * threshold) * checked;
      assertThat(CheckStatus.of(checked, affected, broken, threshold))
          .as("seed %d, try %d", seed, i)
          .isEqualTo(broken ? ERROR : checked == 0 ? NOT_APPLICABLE : above ? FAILED : PASSED);
    }
  }

  @Test
  void movingAThresholdMovesOnlyBetweenFailedAndPassed() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      long checked = random.nextInt(1000);
      long affected = random.nextLong(checked + 1);
      boolean broken = random.nextInt(5) == 0;
      double low = random.nextDouble();
      double high = low + random.nextDouble() * (1 - low);
      CheckStatus strict = CheckStatus.of(checked, affected, broken, low);
      CheckStatus lenient = CheckStatus.of(checked, affected, broken, high);
      if (strict != lenient) {
        assertThat(strict).as("seed %d, try %d", seed, i).isEqualTo(FAILED);
        assertThat(lenient).as("seed %d, try %d", seed, i).isEqualTo(PASSED);
      }
    }
  }
}
