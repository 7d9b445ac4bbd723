package se.helhetssyn.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.helhetssyn.ui.DashboardTest;
import se.helhetssyn.ui.chart.Chart;
import se.helhetssyn.ui.chart.ChartPointEvent;
import se.helhetssyn.ui.page.Filter;

final class CompareViewTest extends DashboardTest {
  CompareViewTest() {
    super("division");
  }

  @Test
  void theNavigationLeadsHere() {
    open("jamfor", "org=D2&period=2026-K3");
    assertThat(find(Anchor.class).all())
        .filteredOn(link -> "page".equals(link.getElement().getAttribute("aria-current")))
        .singleElement()
        .extracting(Anchor::getText)
        .isEqualTo("Jämför enheter");
    assertThat(words()).contains("Jämför enheter, kvartal 3 2026", "Division äldreomsorg");
  }

  @Test
  void onlyWhatThereIsSomethingToChooseBetweenIsOffered() {
    open("jamfor", "org=D2");
    assertThat(offered()).containsExactly("Indikator", "Enhetstyp", "Regi", "Period");
    open("jamfor", "org=D2&indikator=V02&enhetstyp=HOME_CARE");
    assertThat(offered()).containsExactly("Indikator", "Enhetstyp", "Riskområde", "Period");
  }

  @Test
  @SuppressWarnings("unchecked")
  void everyIndicatorIsOfferedUnderItsHeading() {
    open("jamfor", "org=D2");
    Select<Filter.Option> indicators = findInView(Select.class).all().getFirst();
    assertThat(indicators.getListDataView().getItems())
        .extracting(Filter.Option::code, Filter.Option::group)
        .containsExactly(
            tuple("C03", "Hälsokonferenser"),
            tuple("P05", "Planer och delaktighet"),
            tuple("V02", "Risk och förebyggande"),
            tuple("V07", "Risk och förebyggande"),
            tuple("A03", "Avvikelser"),
            tuple("A09", "Avvikelser"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void aChoiceIsAnAddressThatKeepsTheOthers() {
    open("jamfor", "org=D2&period=2026-K2&indikator=V02&riskomrade=FALL");
    Select<Filter.Option> indicators = findInView(Select.class).all().getFirst();
    indicators.setValue(indicators.getListDataView().getItem(0));
    assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters())
        .isEqualTo(
            QueryParameters.fromString(
                "enhetstyp=RESIDENTIAL_CARE&indikator=C03&org=D2&period=2026-K2"));
  }

  @Test
  void theChoiceStandsInWordsForPaper() {
    open("jamfor", "org=D2&regi=EXTERNAL");
    assertThat(findInView(Paragraph.class).all())
        .extracting(Paragraph::getText)
        .contains(
            "Indikator: Fulltaliga professioner · Enhetstyp: Särskilt boende"
                + " · Regi: Extern utförare");
  }

  @Test
  void pagesAreLinksThatKeepTheChoice() {
    open("jamfor", "org=K&enhetstyp=HOME_CARE&period=2026-K3");
    assertThat(words()).contains("Visar 1–60 av 64").doesNotContain("Föregående");
    assertThat(new Location(link("Nästa")).getQueryParameters())
        .isEqualTo(
            QueryParameters.fromString(
                "enhetstyp=HOME_CARE&indikator=C03&org=K&period=2026-K3&sida=2"));
    open("jamfor", "org=K&enhetstyp=HOME_CARE&sida=2");
    assertThat(words()).contains("Visar 61–64 av 64").doesNotContain("Nästa");
  }

  private String link(String words) {
    return findInView(Anchor.class).all().stream()
        .filter(link -> link.getText().equals(words))
        .map(Anchor::getHref)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRowThatDoesNotExistOpensNothing() {
    open("jamfor", "org=D2");
    Chart chart = findInView(Chart.class).single();
    for (int index : List.of(-1, 14, Integer.MAX_VALUE)) {
      ComponentUtil.fireEvent(chart, new ChartPointEvent(chart, true, 0, index));
    }
    assertThat(words()).contains("Jämför enheter");
  }

  @Test
  void wrongValuesInTheAddressAreToldInSentences() {
    open("jamfor", "org=D2&period=2099&indikator=X&sida=7");
    assertThat(words())
        .contains("Adressen anger ingen publicerad period. Här visas kvartal 3 2026.")
        .contains(
            "Adressens val av indikator finns inte här. Här visas Fulltaliga" + " professioner.")
        .contains("Adressens val av sida finns inte här. Här visas 1.");
  }

  @Test
  void aNodeWithoutUnitsSaysSo() {
    open("jamfor", "org=O5");
    assertThat(words()).contains("Här finns inga enheter att jämföra.");
  }

  @Test
  void anUnknownNodeIsAPageThatSaysSo() {
    open("jamfor", "org=FINNSINTE");
    assertThat(words()).contains("Sidan finns inte");
  }

  private List<String> offered() {
    return findInView(Select.class).all().stream()
        .map(select -> (String) select.getAriaLabel().orElseThrow())
        .toList();
  }
}
