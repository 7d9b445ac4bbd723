package se.helhetssyn.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.helhetssyn.ui.DashboardTest;
import se.helhetssyn.ui.MunicipalityFixture;
import se.helhetssyn.ui.chart.Sparkline;

final class OverviewViewTest extends DashboardTest {
  OverviewViewTest() {
    super("division");
  }

  @Test
  void everyIndicatorOfTheCoreIsACard() {
    open("", "");
    assertThat(findInView(H3.class).all())
        .extracting(H3::getText)
        .containsExactly(
            "Fulltaliga professioner",
            "Reviderad när det behövs",
            "Aktuell riskbedömning",
            "Avslutade inom 60 dagar");
  }

  @Test
  void theLatestClosedQuarterOfTheWholeOrganisationIsShownFirst() {
    open("", "");
    assertThat(words()).contains("Överblick, kvartal 3 2026").contains("Ekköpings kommun");
  }

  @Test
  void aCardSaysHowMuchOfHowManyHowSureAndWhichWay() {
    open("", "org=E1&period=2026-09");
    assertThat(words())
        .contains(
            "Avslutade inom 60 dagar50%9 av 1895\u00a0% konfidensintervall 40–\u206060\u00a0%")
        .contains("▼Försämring utöver normal variationInget mål fastställt")
        .contains("Mål 100\u00a0%. Målet nås inte med nuvarande arbetssätt")
        .contains("Preliminärt – registrering pågår");
  }

  @Test
  void everyTrendIsAlsoSaidInWords() {
    open("", "org=E1&period=2026-09");
    assertThat(findInView(Sparkline.class).all())
        .isNotEmpty()
        .extracting(trend -> trend.getElement().getAttribute("aria-label"))
        .allSatisfy(words -> assertThat(words).contains(": senast ", "Lägst ", "högst "));
  }

  @Test
  void whatIsNotShownSaysWhyAndHasNoNumber() {
    open("", "org=" + MunicipalityFixture.SMALL_UNIT + "&period=2025-K4");
    List<String> cards = cards();
    assertThat(cards.get(1)).isEqualTo("Reviderad när det behövsSkyddat värde (för få personer)");
    assertThat(cards.get(3))
        .isEqualTo(
            "Avslutade inom 60 dagarEj tillämpligt: det fanns inget att mäta under perioden");
  }

  @Test
  void anUndeliveredUnitReadsAsMissingNotAsZero() {
    open("", "org=E3&period=2026-09");
    assertThat(cards().get(2))
        .isEqualTo("Aktuell riskbedömningUppgift saknas: enheten har inte levererat för perioden");
  }

  @Test
  void aCardLeadsToItsPlaceOnTheUnitPageForTheSamePeriod() {
    open("", "org=E1&period=2025");
    assertThat(findInView(Anchor.class).all())
        .extracting(Anchor::getHref)
        .contains("enhet/E1?period=2025#C03");
  }

  @Test
  void anAddressWithoutAPublishedPeriodSaysSoAndShowsTheLatest() {
    open("", "period=i+g%C3%A5r");
    assertThat(words())
        .contains("Adressen anger ingen publicerad period. Här visas kvartal 3 2026");
  }

  private List<String> cards() {
    return findInView(IndicatorCard.class).all().stream()
        .map(card -> card.getElement().getTextRecursively())
        .toList();
  }
}
