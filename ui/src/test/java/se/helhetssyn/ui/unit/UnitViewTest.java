package se.helhetssyn.ui.unit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.helhetssyn.ui.DashboardTest;
import se.helhetssyn.ui.chart.Chart;
import se.helhetssyn.ui.chart.ChartPointEvent;
import se.helhetssyn.ui.chart.LineChart;

final class UnitViewTest extends DashboardTest {
  UnitViewTest() {
    super("kvalitet");
  }

  @Test
  void everyIndicatorOfTheCoreHasAChartOverAllItsPeriodsAndATableOfTheSame() {
    open("enhet/E1", "period=2026-09");
    assertThat(findInView(Chart.class).all())
        .hasSize(4)
        .allSatisfy(chart -> assertThat(line(chart).labels()).hasSize(36))
        .allSatisfy(chart -> assertThat(chart.config().table().rows()).hasSize(36));
  }

  @Test
  void indicatorsBeyondTheCoreAreFoldedByHeadingAndDrawnWhenOpened() {
    open("enhet/E1", "period=2026-09");
    List<NativeDetails> headings = more();
    assertThat(headings)
        .extracting(heading -> heading.getSummary().getElement().getTextRecursively())
        .containsExactly("Risk och förebyggande1", "Avvikelser1");
    assertThat(findInView(Chart.class).all()).hasSize(4);
    headings.getFirst().setOpen(true);
    ComponentUtil.fireEvent(
        headings.getFirst(), new NativeDetails.ToggleEvent(headings.getFirst(), true));
    assertThat(findInView(Chart.class).all()).hasSize(5);
    assertThat(findInView(H4.class).single().getText()).isEqualTo("Uppföljd i tid");
  }

  @Test
  void anAddressThatNamesAnIndicatorBeyondTheCoreOpensItsHeading() {
    open("enhet/E1", "period=2026-09&matt=V07");
    assertThat(more()).extracting(NativeDetails::isOpen).containsExactly(true, false);
    assertThat(findInView(Chart.class).all().getLast().config().title())
        .isEqualTo("Uppföljd i tid: hur har det utvecklats?");
    assertThat(links()).contains("enhet/E1?period=2026-K3&matt=V07");
  }

  @Test
  void anIndicatorWithoutFiguresForSuchAPlaceOrPeriodIsOnlyNamed() {
    open("enhet/E1", "period=2026-09&matt=A09");
    assertThat(findInView(Chart.class).all()).hasSize(4);
    assertThat(words()).contains("Utan värden här för perioder av den valda längden:");
    assertThat(links()).contains("indikatorkatalog/A09");
  }

  @Test
  void everyIndicatorLeadsToItsPageInTheCatalogue() {
    open("enhet/E1", "");
    assertThat(links()).contains("indikatorkatalog/C03", "indikatorkatalog/A03");
  }

  @Test
  void twelveMonthsAtATimeAreNotJudgedAmongThemselves() {
    open("enhet/E1", "period=2026-K3-R12");
    assertThat(words()).contains("Åsgården, oktober 2025\u2060–\u2060september 2026");
    assertThat(words()).contains("Bedömningen bygger på månadsvärden");
    Chart conferences = findInView(Chart.class).all().getFirst();
    assertThat(line(conferences).band()).isNull();
    assertThat(line(conferences).labels()).last().isEqualTo("12 mån till sep 26");
  }

  private List<NativeDetails> more() {
    return findInView(MoreIndicators.class)
        .single()
        .getChildren()
        .filter(NativeDetails.class::isInstance)
        .map(NativeDetails.class::cast)
        .toList();
  }

  private List<String> links() {
    return findInView(Anchor.class).all().stream().map(Anchor::getHref).toList();
  }

  @Test
  void theTableHasTheCompanionsAndStartsWithTheLatestPeriod() {
    open("enhet/E1", "period=2026-09");
    Chart deviations = findInView(Chart.class).all().getLast();
    assertThat(deviations.config().table().columns()).last().isEqualTo("Öppna vid periodens slut");
    assertThat(deviations.config().table().rows().getFirst())
        .startsWith("oktober 2026", "50\u00a0%", "9 av 18")
        .endsWith("3");
  }

  @Test
  void theTableHasTheLimitsAndTheTargetOfTheChart() {
    open("enhet/E1", "period=2026-09");
    Chart conferences = findInView(Chart.class).all().getFirst();
    assertThat(conferences.config().title())
        .isEqualTo("Fulltaliga professioner: hur har det utvecklats?");
    assertThat(conferences.config().table().columns())
        .endsWith("Anmärkning", "Normal variation", "Mål");
    assertThat(conferences.config().table().rows().getFirst()).last().isEqualTo("100\u00a0%");
    assertThat(conferences.config().table().rows().getFirst().get(5))
        .matches("[0-9,]+–\u2060[0-9,]+\u00a0%");
  }

  @Test
  void thePartsOfAnIndicatorAreColumnsWithTheirNamesOrElseTheirCodes() {
    open("enhet/E1", "period=2026-09");
    Chart risks = findInView(Chart.class).all().get(2);
    assertThat(risks.config().table().columns()).endsWith("Fall", "Munhälsa", "NEW_AREA");
    assertThat(risks.config().table().rows().getFirst())
        .endsWith("48\u00a0%", "48\u00a0%", "48\u00a0%");
  }

  @Test
  void aPeriodWhoseRowsAreTakenAwaySaysSo() {
    open("enhet/E1", "period=2023-11");
    assertThat(words()).contains("Underlaget är gallrat.");
    open("enhet/E1", "period=2023-12");
    assertThat(words()).doesNotContain("gallrat");
  }

  @Test
  void aVerdictOnMonthsIsSaidToBeOneWhereTheChartShowsQuarters() {
    open("enhet/E1", "period=2026-K3");
    assertThat(words()).contains("Bedömningen bygger på månadsvärden till och med augusti 2026.");
    open("enhet/E1", "period=2026-09");
    assertThat(words()).contains("Bedömningen bygger på värden till och med augusti 2026.");
  }

  @Test
  void theTableOpensAndClosesWithAButtonThatTellsItsState() {
    open("enhet/E1", "");
    NativeButton toggle = findInView(NativeButton.class).all().getFirst();
    assertThat(toggle.getElement().getAttribute("aria-expanded")).isEqualTo("false");
    test(toggle).click();
    assertThat(toggle.getText()).isEqualTo("Visa som diagram");
    assertThat(toggle.getElement().getAttribute("aria-expanded")).isEqualTo("true");
  }

  @Test
  void choosingAPointShowsItsPeriod() {
    open("enhet/E1", "period=2026-09");
    Chart chart = findInView(Chart.class).all().getFirst();
    ComponentUtil.fireEvent(chart, new ChartPointEvent(chart, true, 0, 0));
    assertThat(words()).contains("Åsgården, november 2023");
  }

  @Test
  void theWayUpAndTheUnitsBelowAreLinksInTheOrderOfTheirNames() {
    open("enhet/O1", "period=2026-K3");
    List<String> links =
        findInView(Anchor.class).all().stream()
            .filter(link -> link.getHref().startsWith("enhet/"))
            .map(Anchor::getText)
            .toList();
    assertThat(links)
        .containsExactly(
            "Ekköpings kommun",
            "Division social omsorg",
            "Månad",
            "Kvartal",
            "År",
            "Rullande 12 månader",
            "Björkgården",
            "Åsgården");
  }

  @Test
  void aHiddenFigureLeavesNoTraceInWordsTableOrChart() {
    open("enhet/E2", "period=2026-K3");
    Chart hidden = findInView(Chart.class).all().get(1);
    assertThat(hidden.config().summary())
        .isEqualTo("Reviderad när det behövs: inga värden att visa.");
    assertThat(hidden.config().table().rows())
        .allSatisfy(row ->
            assertThat(row.subList(1, 5))
                .containsExactly("Skyddat värde (för få personer)", "", "", ""));
    assertThat(line(hidden).band()).isNull();
  }

  private static LineChart line(Chart chart) {
    return (LineChart) chart.config();
  }

  @Test
  void rowsOfUnknownUnitsAreToldOnTheUpperLevelsOnly() {
    String told =
        "Ej mappad enhet: 1\u202f234 rader har en okänd enhet och ingår bara i den översta nivån.";
    open("enhet/K", "");
    assertThat(shown()).contains(told);
    open("enhet/D", "");
    assertThat(shown()).contains(told);
    open("enhet/E1", "");
    assertThat(shown()).doesNotContain(told);
  }

  private List<String> shown() {
    return findInView(Paragraph.class).all().stream().map(Paragraph::getText).toList();
  }

  @Test
  void anUnknownUnitIsAPageThatSaysSo() {
    open("enhet/FINNSINTE", "");
    assertThat(words()).contains("Sidan finns inte").contains("Till överblicken");
    assertThat(UI.getCurrent().getInternals().getTitle())
        .isEqualTo("Sidan finns inte – Helhetssyn");
  }
}
