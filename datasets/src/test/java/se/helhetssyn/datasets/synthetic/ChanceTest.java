package se.helhetssyn.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
  private static final int DRAWS = 20_000;

  @Test
  void aStreamIsTheSameOnEveryMachine() {
    Chance chance = Chance.of(1, "life", 7);
    assertThat(IntStream.range(0, 5).map(i -> chance.between(0, 999)).toArray())
        .containsExactly(732, 180, 541, 132, 752);
  }

  @Test
  void streamsDoNotFollowEachOther() {
    assertThat(Chance.of(1, "life", 7).uniform())
        .isNotEqualTo(Chance.of(1, "life", 8).uniform())
        .isNotEqualTo(Chance.of(2, "life", 7).uniform())
        .isNotEqualTo(Chance.of(1, "plan", 7).uniform());
  }

  @Test
  void countsKeepTheirMeanOnBothSidesOfTheApproximation() {
    Chance chance = Chance.of(1, "count");
    for (double mean : new double[] {0, 0.3, 5, 80}) {
      double seen = IntStream.range(0, DRAWS).map(i -> chance.count(mean)).average().orElse(-1);
      assertThat(seen).as("seed 1, mean " + mean).isCloseTo(mean, within(0.05 * mean + 0.001));
    }
  }

  @Test
  void halfOfTheLogNormalDaysLieBelowTheMedian() {
    Chance chance = Chance.of(1, "days");
    long below = IntStream.range(0, DRAWS).filter(i -> chance.logNormal(27, 1.1) < 27).count();
    assertThat(below / (double) DRAWS).as("seed 1").isCloseTo(0.5, within(0.02));
  }

  @Test
  void codesComeAsOftenAsTheirWeights() {
    Chance chance = Chance.of(1, "mix");
    Mix mix = Mix.of("A 3, B 1");
    long a = IntStream.range(0, DRAWS).filter(i -> mix.pick(chance).equals("A")).count();
    assertThat(a / (double) DRAWS).as("seed 1").isCloseTo(0.75, within(0.02));
  }
}
