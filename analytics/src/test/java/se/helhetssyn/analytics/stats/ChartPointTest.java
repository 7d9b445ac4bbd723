package se.helhetssyn.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.analytics.mart.ValueKind;
import se.helhetssyn.analytics.stats.ChartPoint.Gap;
import se.helhetssyn.analytics.stats.ChartPoint.Measured;

class ChartPointTest {
  private static Figure figure(ValueKind kind, FigureState state) {
    Period month = new Period(PeriodKind.MONTH, LocalDate.of(2026, 3, 1));
    FigureKey key =
        new FigureKey(
            "C03", 1, "MAIN", "AS_WAS", OrgLevel.UNIT, "E01", month, new Stratum("ALL", "ALL"));
    return new Figure(key, kind, state, true);
  }

  @Test
  void aShareKeepsItsCountsAndItsMark() {
    Figure share = figure(ValueKind.SHARE, MartFixture.shareOf(3, 7, 0, false));
    assertThat(ChartPoint.of(share)).isEqualTo(new Measured(3, 7, true));
  }

  @Test
  void whatHasNoValueIsAGap() {
    assertThat(ChartPoint.of(figure(ValueKind.SHARE, new FigureState.Suppressed())))
        .isEqualTo(new Gap());
    assertThat(ChartPoint.of(figure(ValueKind.SHARE, new FigureState.Missing("SOURCE_MISSING"))))
        .isEqualTo(new Gap());
    assertThat(ChartPoint.of(figure(ValueKind.SHARE, new FigureState.NotApplicable(""))))
        .isEqualTo(new Gap());
  }

  @Test
  void anotherKindOfValueIsRefused() {
    Figure days = figure(ValueKind.DAYS, new FigureState.Suppressed());
    assertThatThrownBy(() -> ChartPoint.of(days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("C03");
  }

  @Test
  void countsThatAreNoShareAreRefused() {
    assertThatThrownBy(() -> new Measured(1, 0, false)).hasMessageContaining("1 of 0");
    assertThatThrownBy(() -> new Measured(8, 7, false)).hasMessageContaining("8 of 7");
  }
}
