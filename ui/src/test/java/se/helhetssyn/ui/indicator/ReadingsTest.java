package se.helhetssyn.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

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

final class ReadingsTest {
  @Test
  void fewObservationsCarryNoDecimal() {
    assertThat(share(30, 49, 0, false).amount()).isEqualTo("61");
    assertThat(share(31, 50, 0, false).amount()).isEqualTo("62,0");
  }

  @Test
  void zeroIsAValue() {
    assertThat(share(0, 12, 0, false).value()).isEqualTo("0\u00a0%");
    assertThat(share(0, 12, 0, false).of()).isEqualTo("0 av 12");
  }

  @Test
  void muchUnknownIsSaidWithHowMany() {
    assertThat(share(60, 75, 25, true).notes())
        .containsExactly("Osäkert underlag: 25 okända, mer än 20\u00a0%");
    assertThat(new FigureLines(share(60, 75, 25, true)).getClassNames()).contains("uncertain");
    assertThat(new FigureLines(share(60, 75, 5, false)).getClassNames())
        .doesNotContain("uncertain");
  }

  @Test
  void aMedianThatIsNotReachedIsSaidInWords() {
    FigureState open =
        new FigureState.Value(null, null, 0L, null, null, null, null, null, null, 7L, false);
    assertThat(Readings.of(figure(ValueKind.DAYS, open, false)))
        .isEqualTo(
            new Reading.Shown(
                "Median ej nådd", "", "7 är ännu öppna", "", false, java.util.List.of()));
  }

  @Test
  void pointsMayBeBelowZero() {
    FigureState change =
        new FigureState.Value(null, 14L, 0L, 14L, -3.5, null, null, -8.0, 1.0, null, false);
    assertThat(Readings.of(figure(ValueKind.SCORE, change, false)).line())
        .isEqualTo("\u22123,5\u00a0poäng");
    assertThat(FigurePoints.axis(ValueKind.SCORE).title()).isEqualTo("Poäng");
  }

  @Test
  void ratesArePerThousandPersonDays() {
    FigureState rate =
        new FigureState.Value(652L, 105_400L, 0L, 311L, 6.19, 5.7, 6.7, null, null, null, false);
    assertThat(Readings.of(figure(ValueKind.RATE, rate, false)))
        .isEqualTo(
            new Reading.Shown(
                "6,2",
                "per 1\u202f000 vårddygn",
                "652 på 105\u202f400 vårddygn",
                "95\u00a0% konfidensintervall 5,7–\u20606,7",
                false,
                java.util.List.of()));
  }

  @Test
  void everyAbsenceHasItsOwnSentence() {
    assertThat(sentence(new FigureState.Suppressed())).isEqualTo("Skyddat värde (för få personer)");
    assertThat(sentence(new FigureState.Missing("SOURCE_MISSING"))).isEqualTo("Källa saknas");
    assertThat(sentence(new FigureState.Missing("SUSPECT_ZERO")))
        .isEqualTo("Uppgift saknas: leveransen ser ofullständig ut");
    assertThat(sentence(new FigureState.Missing("ANYTHING_NEW"))).isEqualTo("Uppgift saknas");
    assertThat(sentence(new FigureState.NotApplicable("NOT_MATURE")))
        .startsWith("Ej tillämpligt: det är för tidigt");
  }

  @Test
  void whatIsNotPublishedByDesignIsNotSaidToBeMissing() {
    assertThat(Readings.absent(true))
        .isEqualTo(new Reading.NotShown("Mäts först när perioden är slut", false));
    assertThat(Readings.absent(false))
        .isEqualTo(new Reading.NotShown("Inte mätt för perioden", false));
  }

  private static String sentence(FigureState state) {
    return Readings.of(figure(ValueKind.SHARE, state, false)).line();
  }

  private static Reading.Shown share(long numerator, long of, long unknown, boolean high) {
    Figure figure =
        figure(ValueKind.SHARE, MartFixture.shareOf(numerator, of, unknown, high), false);
    return (Reading.Shown) Readings.of(figure);
  }

  private static Figure figure(ValueKind kind, FigureState state, boolean preliminary) {
    Period month = Period.containing(PeriodKind.MONTH, LocalDate.of(2026, 9, 1));
    FigureKey key =
        new FigureKey("X", 1, "MAIN", "AS_WAS", OrgLevel.UNIT, "E1", month, Stratum.ALL);
    return new Figure(key, kind, state, preliminary);
  }
}
