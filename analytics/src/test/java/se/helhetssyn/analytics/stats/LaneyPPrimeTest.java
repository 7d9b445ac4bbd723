package se.helhetssyn.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.helhetssyn.analytics.reference.ReferenceData;
import se.helhetssyn.analytics.stats.ChartPoint.Measured;

class LaneyPPrimeTest {
  @Test
  void withSigmaZOfOneItIsTheClassicalPChart() throws IOException {
    JsonNode expected = reference();
    LaneyPPrime classical = new LaneyPPrime(LaneyPPrime.of(points(expected)).centre(), 1);
    assertThat(classical.centre()).isCloseTo(expected.get("cl").get(0).asDouble(), within(1e-15));
    for (int i = 0; i < 25; i++) {
      Interval limits = classical.limits(expected.get("n").get(i).asLong());
      assertThat(limits.lower()).isCloseTo(expected.get("lcl").get(i).asDouble(), within(1e-12));
      assertThat(limits.upper()).isCloseTo(expected.get("ucl").get(i).asDouble(), within(1e-12));
    }
  }

  @Test
  void onlySampleElevenLiesOutsideTheClassicalLimits() throws IOException {
    JsonNode expected = reference();
    List<Measured> points = points(expected);
    LaneyPPrime classical = new LaneyPPrime(LaneyPPrime.of(points).centre(), 1);
    for (int i = 0; i < 25; i++) {
      boolean outside = Math.abs(classical.deviation(points.get(i))) > 3;
      assertThat(outside).isEqualTo(expected.get("sigma.signal").get(i).asBoolean());
    }
  }

  @Test
  void sigmaZScalesTheLimits() throws IOException {
    LaneyPPrime chart = LaneyPPrime.of(points(reference()));
    assertThat(chart.sigmaZ()).isCloseTo(0.9656740249589708, within(1e-12));
    assertThat(chart.limits(100).lower()).isCloseTo(0.010361405061083698, within(1e-12));
    assertThat(chart.limits(100).upper()).isCloseTo(0.18065900310218158, within(1e-12));
  }

  private static JsonNode reference() throws IOException {
    return new ObjectMapper()
        .readTree(ReferenceData.require("oracle/qicharts2_tbl_7.4_1.expected.json").toFile());
  }

  private static List<Measured> points(JsonNode expected) {
    List<Measured> points = new ArrayList<>();
    for (int i = 0; i < expected.get("n").size(); i++) {
      long count = expected.get("y.sum").get(i).asLong();
      points.add(new Measured(count, expected.get("n").get(i).asLong(), false));
    }
    return points;
  }

  /** By hand: p̄ = ½, σ = 0.1, z = −1, 1, −1; mean |step| = 2; σz = 2/1.128. */
  @Test
  void aHandComputedExampleHolds() {
    LaneyPPrime chart = LaneyPPrime.of(ChartPoints.of(25, 10, 15, 10, 15));
    assertThat(chart.centre()).isEqualTo(0.5);
    assertThat(chart.sigmaZ()).isCloseTo(2 / 1.128, within(1e-12));
    assertThat(chart.limits(225).lower()).isCloseTo(0.5 - 0.1 * 2 / 1.128, within(1e-12));
  }

  @Test
  void limitsAreCutToWhatAShareCanBe() {
    LaneyPPrime chart = new LaneyPPrime(0.5, 1);
    assertThat(chart.limits(1)).isEqualTo(new Interval(0, 1));
  }

  @Test
  void aSeriesWithoutVariationHasItsCentreForLimits() {
    LaneyPPrime constant = LaneyPPrime.of(ChartPoints.of(12, 12, 12, 12));
    assertThat(constant.limits(12)).isEqualTo(new Interval(1, 1));
    assertThat(constant.deviation(new Measured(7, 7, false))).isZero();
    assertThat(constant.deviation(new Measured(6, 7, false))).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void equalSharesOfDifferentDenominatorsLieExactlyOnTheCentre() {
    LaneyPPrime chart =
        LaneyPPrime.of(List.of(new Measured(1, 3, false), new Measured(7, 21, false)));
    assertThat(chart.deviation(new Measured(33, 99, false))).isZero();
  }

  @Test
  void aBaselineNeedsTwoPoints() {
    assertThatThrownBy(() -> LaneyPPrime.of(ChartPoints.of(5, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 points");
  }
}
