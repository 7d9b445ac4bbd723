package se.helhetssyn.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.FigureQuery;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.MartReader;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.analytics.mart.ValueKind;

final class IndicatorHistoryTest {
  private static final Period CLOSED = new Period(PeriodKind.QUARTER, LocalDate.of(2026, 7, 1));
  private static final Period OPEN = CLOSED.next();
  private static final IndicatorHistory.Part STOCK =
      new IndicatorHistory.Part("STOCK", Stratum.ALL);
  private static final OrgNode UNIT =
      new OrgNode(
          OrgLevel.UNIT, "u1", "Åsen", Optional.of("m"), Optional.empty(), Optional.empty());

  @TempDir private Path folder = Path.of("");

  @Test
  void anOpenPeriodWaitsForItsEndWhereTheEndIsMeasured() {
    publish();
    try (MartReader reader = MartReader.over(folder, Layer.PROTECTED)) {
      IndicatorHistory deviations = history(reader.current().orElseThrow());
      assertThat(deviations.reading(OPEN)).isInstanceOf(Reading.Shown.class);
      assertThat(deviations.reading(STOCK, OPEN))
          .isEqualTo(new Reading.NotShown("Mäts först när perioden är slut", false));
      assertThat(deviations.reading(STOCK, CLOSED).line()).isEqualTo("Inte mätt för perioden");
    }
  }

  private void publish() {
    MartFixture.in(folder, "g1")
        .asOf("2026-10-31")
        .node(OrgLevel.MUNICIPALITY, "m", "Kommunen", null)
        .node(OrgLevel.UNIT, "u1", "Åsen", "m")
        .indicator("A03", "Avvikelser", "Avslutade inom 60 dagar", null)
        .series("A03", "STOCK", "Öppna vid periodens slut", ValueKind.COUNT)
        .share("A03", OrgLevel.UNIT, "u1", CLOSED, 3, 4)
        .share("A03", OrgLevel.UNIT, "u1", OPEN, 1, 2)
        .publish();
  }

  private static IndicatorHistory history(Mart mart) {
    return IndicatorHistory.load(
            mart, FigureQuery.everything(UNIT, PeriodKind.QUARTER), IndicatorHistory.newest(mart))
        .getFirst();
  }
}
