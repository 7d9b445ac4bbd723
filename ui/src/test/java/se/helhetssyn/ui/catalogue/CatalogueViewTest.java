package se.helhetssyn.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.helhetssyn.ui.DashboardTest;

final class CatalogueViewTest extends DashboardTest {
  CatalogueViewTest() {
    super("chef");
  }

  @Test
  void everyIndicatorIsListedUnderItsHeadingAndLeadsToItsPage() {
    open("indikatorkatalog", "");
    assertThat(headings())
        .containsExactly(
            "Hälsokonferenser", "Planer och delaktighet", "Risk och förebyggande", "Avvikelser");
    assertThat(links())
        .containsExactly(
            "indikatorkatalog/C03",
            "indikatorkatalog/P05",
            "indikatorkatalog/V02",
            "indikatorkatalog/V07",
            "indikatorkatalog/A03",
            "indikatorkatalog/A09");
    assertThat(words()).contains("Indikatorer: 6");
  }

  @Test
  void whatIsSearchedForRestrictsTheListAndStandsInTheAddress() {
    open("indikatorkatalog", "sok=avslutade");
    assertThat(links()).containsExactly("indikatorkatalog/A03");
    assertThat(findInView(TextField.class).single().getValue()).isEqualTo("avslutade");
    test(findInView(TextField.class).single()).setValue("v0 risk");
    assertThat(links()).containsExactly("indikatorkatalog/V02", "indikatorkatalog/V07");
    assertThat(words()).contains("Visar 2 av 6 indikatorer");
    test(findInView(TextField.class).single()).setValue("finns inte");
    assertThat(links()).isEmpty();
    assertThat(words()).contains("Ingen indikator innehåller alla orden.");
  }

  @Test
  void thePageOfAnIndicatorHasItsDefinitionAndTheWholeTextFolded() {
    open("indikatorkatalog/V07", "");
    assertThat(UI.getCurrent().getInternals().getTitle())
        .isEqualTo("V07 Uppföljd i tid – Helhetssyn");
    assertThat(headings())
        .containsExactly(
            "Vad som räknas",
            "Varför den följs och hur den läses",
            "När och för vem",
            "Ansvar och versioner",
            "Inställningar i kommunen",
            "Serier och uppdelningar");
    assertThat(findInView(NativeDetails.class).single().isOpen()).isFalse();
    assertThat(words()).contains("reference_lines:");
  }

  @Test
  void thePageLeadsToTheFiguresOfTheOwnUnitAndBack() {
    open("indikatorkatalog/V07", "");
    assertThat(hrefs())
        .containsExactly("indikatorkatalog", "enhet/E1?matt=V07#V07", "jamfor?indikator=V07");
    open("indikatorkatalog/C03", "");
    assertThat(hrefs()).contains("enhet/E1#C03");
  }

  @Test
  void theNavigationKnowsBothTheListAndItsPages() {
    open("indikatorkatalog", "");
    assertThat(current("page")).containsExactly("Indikatorkatalog");
    open("indikatorkatalog/C03", "");
    assertThat(current("true")).containsExactly("Indikatorkatalog");
  }

  @Test
  void anUnknownIndicatorIsAPageThatSaysSo() {
    open("indikatorkatalog/X99", "");
    assertThat(words())
        .contains("Sidan finns inte", "Adressen leder inte till någon enhet, indikator eller sida");
  }

  private List<String> headings() {
    return findInView(H2.class).all().stream().map(H2::getText).toList();
  }

  private List<String> links() {
    return hrefs().stream().filter(href -> href.startsWith("indikatorkatalog/")).toList();
  }

  private List<String> hrefs() {
    return findInView(Anchor.class).all().stream().map(Anchor::getHref).toList();
  }

  private List<String> current(String value) {
    return find(Anchor.class).all().stream()
        .filter(link -> value.equals(link.getElement().getAttribute("aria-current")))
        .map(Anchor::getText)
        .toList();
  }
}
