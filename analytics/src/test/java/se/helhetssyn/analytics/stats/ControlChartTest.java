package se.helhetssyn.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.helhetssyn.analytics.mart.Direction;
import se.helhetssyn.analytics.stats.ChartPoint.Gap;
import se.helhetssyn.analytics.stats.ChartPoint.Measured;

class ControlChartTest {
  private static final List<Measured> CALM =
      ChartPoints.of(100, 48, 52, 49, 51, 50, 47, 53, 50, 48, 52, 49, 51);
  private static final List<Measured> HIGH = ChartPoints.of(100, 90);
  private static final long SEED = 5;

  @Test
  void fewerThanTwelvePointsHaveAMedianButNoLimits() {
    ControlChart chart = ControlChart.of(ChartPoints.join(CALM.subList(0, 11)));
    assertThat(chart.baseline()).isEmpty();
    assertThat(chart.limits(0)).isEmpty();
    assertThat(chart.signal(0)).isEmpty();
    assertThat(chart.median()).hasValue(0.5);
    assertThat(chart.variation(Direction.HIGHER)).isEqualTo(Variation.TOO_FEW_POINTS);
    assertThat(chart.assurance(0.1, Direction.HIGHER)).isEqualTo(Assurance.NOT_JUDGED);
  }

  @Test
  void noPointsAtAllAreTooFew() {
    ControlChart chart = ControlChart.of(List.of());
    assertThat(chart.median()).isEmpty();
    assertThat(chart.variation(Direction.LOWER)).isEqualTo(Variation.TOO_FEW_POINTS);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetween() {
    assertThat(ControlChart.of(ChartPoints.join(ChartPoints.of(10, 1, 2, 4, 9))).median())
        .hasValueCloseTo(0.3, org.assertj.core.data.Offset.offset(1e-12));
  }

  @Test
  void twelveCalmPointsAreNormalVariation() {
    ControlChart chart = ControlChart.of(ChartPoints.join(CALM));
    assertThat(chart.baseline()).isPresent();
    assertThat(chart.limits(11)).isPresent();
    assertThat(chart.variation(Direction.HIGHER)).isEqualTo(Variation.NORMAL);
  }

  @Test
  void theDirectionDecidesWhetherAChangeIsBetter() {
    ControlChart chart = ControlChart.of(ChartPoints.join(CALM, CALM, HIGH));
    assertThat(chart.signal(24)).hasValue(new Signal(Signal.Rule.OUTSIDE_LIMITS, true));
    assertThat(chart.variation(Direction.HIGHER)).isEqualTo(Variation.BETTER);
    assertThat(chart.variation(Direction.LOWER)).isEqualTo(Variation.WORSE);
    assertThat(chart.variation(Direction.NONE)).isEqualTo(Variation.CHANGED);
  }

  @Test
  void theBaselineIsFrozenAfterTwentyFourPoints() {
    ControlChart before = ControlChart.of(ChartPoints.join(CALM, CALM));
    ControlChart after = ControlChart.of(ChartPoints.join(CALM, CALM, HIGH, HIGH, HIGH));
    assertThat(after.baseline()).isEqualTo(before.baseline());
    ControlChart growing = ControlChart.of(ChartPoints.join(CALM, HIGH));
    assertThat(growing.baseline()).isNotEqualTo(before.baseline());
  }

  @Test
  void aPreliminaryPointHasLimitsButIsNotJudged() {
    List<Measured> preliminary = List.of(new Measured(90, 100, true));
    ControlChart chart = ControlChart.of(ChartPoints.join(CALM, preliminary));
    assertThat(chart.limits(12)).isPresent();
    assertThat(chart.signal(12)).isEmpty();
    assertThat(chart.baseline()).isEqualTo(ControlChart.of(ChartPoints.join(CALM)).baseline());
    assertThat(chart.variation(Direction.HIGHER)).isEqualTo(Variation.NORMAL);
  }

  @Test
  void aGapHasNoLimitsSoThatItsDenominatorStaysHidden() {
    ControlChart chart = ControlChart.of(ChartPoints.join(CALM, List.of(new Gap())));
    assertThat(chart.limits(12)).isEmpty();
  }

  @Test
  void gapsChangeNoJudgementAnywhere() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      List<ChartPoint> solid = randomPoints(random);
      List<ChartPoint> gappy = new ArrayList<>(solid);
      for (int gap = 0; gap < 5; gap++) {
        gappy.add(random.nextInt(gappy.size() + 1), new Gap());
      }
      assertThat(told(gappy)).as("seed %d, round %d", SEED, round).isEqualTo(told(solid));
    }
  }

  @Test
  void turningHitsIntoMissesTurnsEverySignalRound() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      List<ChartPoint> points = randomPoints(random);
      ControlChart chart = ControlChart.of(points);
      ControlChart mirrored =
          ControlChart.of(points.stream().map(ControlChartTest::mirror).toList());
      assertThat(mirrored.variation(Direction.LOWER))
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(chart.variation(Direction.HIGHER));
    }
  }

  private static ChartPoint mirror(ChartPoint point) {
    return switch (point) {
      case Measured m -> new Measured(m.denominator() - m.numerator(), m.denominator(), false);
      case Gap gap -> gap;
    };
  }

  private static List<ChartPoint> randomPoints(Random random) {
    List<ChartPoint> points = new ArrayList<>();
    for (int i = random.nextInt(10, 40); i > 0; i--) {
      long of = random.nextLong(20, 60);
      points.add(new Measured(random.nextLong(of / 3, of), of, false));
    }
    return points;
  }

  private static List<Object> told(List<ChartPoint> points) {
    ControlChart chart = ControlChart.of(points);
    List<Object> told = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i) instanceof Measured) {
        told.add(chart.signal(i));
        told.add(chart.limits(i));
      }
    }
    Collections.addAll(told, chart.variation(Direction.HIGHER), chart.median());
    return told;
  }

  @Test
  void aConstantSeriesOnItsTargetMeetsIt() {
    List<ChartPoint> full = new ArrayList<>(Collections.nCopies(12, new Measured(10, 10, false)));
    ControlChart chart = ControlChart.of(full);
    assertThat(chart.variation(Direction.HIGHER)).isEqualTo(Variation.NORMAL);
    assertThat(chart.assurance(1, Direction.HIGHER)).isEqualTo(Assurance.MET);
  }

  @Test
  void theLastLimitsAreHeldAgainstTheTarget() {
    ControlChart chart = ControlChart.of(ChartPoints.join(CALM));
    assertThat(chart.assurance(0.2, Direction.HIGHER)).isEqualTo(Assurance.MET);
    assertThat(chart.assurance(0.5, Direction.HIGHER)).isEqualTo(Assurance.HIT_AND_MISS);
    assertThat(chart.assurance(0.9, Direction.HIGHER)).isEqualTo(Assurance.NOT_MET);
    assertThat(chart.assurance(0.2, Direction.LOWER)).isEqualTo(Assurance.NOT_MET);
    assertThat(chart.assurance(0.9, Direction.LOWER)).isEqualTo(Assurance.MET);
    assertThat(chart.assurance(0.9, Direction.NONE)).isEqualTo(Assurance.NOT_JUDGED);
  }

  @Test
  void aTargetOnALimitIsHitAndMiss() {
    Interval limits = new Interval(0.4, 0.6);
    assertThat(Assurance.of(limits, 0.4, Direction.HIGHER)).isEqualTo(Assurance.HIT_AND_MISS);
    assertThat(Assurance.of(limits, 0.6, Direction.HIGHER)).isEqualTo(Assurance.HIT_AND_MISS);
  }
}
