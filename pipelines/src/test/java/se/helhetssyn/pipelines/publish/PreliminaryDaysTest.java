package se.helhetssyn.pipelines.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.pipelines.lateness.DelayCurve;

final class PreliminaryDaysTest {
  private static final IndicatorDefinition INDICATOR =
      SmallGeneration.catalogue().definitions().getFirst();

  private static DelayCurve curve(String table, long rows, int completeAt) {
    return new DelayCurve(
        table,
        "",
        rows,
        IntStream.rangeClosed(0, DelayCurve.LAST_DAY)
            .mapToObj(day -> day < completeAt ? 0.9 : 0.95)
            .toList());
  }

  private static PreliminaryDays of(DelayCurve... curves) {
    return PreliminaryDays.of(INDICATOR, List.of(curves));
  }

  @Test
  void theSlowestTableOfTheIndicatorSetsTheDays() {
    assertThat(of(curve("risk_assessment", 900, 28), curve("deviation", 900, 90)))
        .isEqualTo(new PreliminaryDays(28, "risk_assessment", true));
  }

  @Test
  void theyAreAtLeastAFortnightAndAtMostAHundredAndTwenty() {
    assertThat(of(curve("risk_assessment", 900, 2)).days()).isEqualTo(14);
    assertThat(of(curve("risk_assessment", 900, 500)).days()).isEqualTo(120);
  }

  @Test
  void withFewRowsFortyFiveAreAssumed() {
    assertThat(of(curve("risk_assessment", 199, 28)))
        .isEqualTo(new PreliminaryDays(45, "risk_assessment", false));
    assertThat(of(new DelayCurve("risk_assessment", "", 300, List.of())).measured()).isFalse();
  }

  @Test
  void whereNoTableTellsFortyFiveAreAssumed() {
    assertThat(of(curve("deviation", 900, 28))).isEqualTo(new PreliminaryDays(45, null, false));
  }

  @Test
  void aUnitsCurveSetsNothing() {
    DelayCurve unit = new DelayCurve("risk_assessment", "E1", 900, curve("", 1, 60).shares());
    assertThat(of(unit).days()).isEqualTo(45);
  }
}
