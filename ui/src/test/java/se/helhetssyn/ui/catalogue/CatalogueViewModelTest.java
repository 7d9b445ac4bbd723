package se.helhetssyn.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.analytics.mart.Direction;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.SeriesInfo;
import se.helhetssyn.analytics.mart.ValueKind;

final class CatalogueViewModelTest {
  private static final List<IndicatorInfo> ALL =
      List.of(
          indicator("C03", "Hälsokonferenser", "Fulltaliga professioner", "Sjuksköterska saknades"),
          indicator("V09", "Risk och förebyggande", "Fall", "Åtgärder efter fall"),
          indicator("C04", "Hälsokonferenser", "Minst två omvårdnadspersonal", "Två eller fler"));

  private static IndicatorInfo indicator(String id, String group, String name, String series) {
    return new IndicatorInfo(
        id,
        1,
        group,
        name,
        "Syftet med " + name,
        "Räknas: personer",
        Direction.HIGHER,
        null,
        null,
        0,
        true,
        "measures: sql",
        List.of(new SeriesInfo("MAIN", series, ValueKind.SHARE)));
  }

  private static List<String> found(String search) {
    return CatalogueViewModel.of(ALL, search).groups().values().stream()
        .flatMap(List::stream)
        .map(IndicatorInfo::id)
        .toList();
  }

  @Test
  void everyIndicatorStandsOnceUnderItsHeading() {
    CatalogueViewModel model = CatalogueViewModel.of(ALL, " ");
    assertThat(model.groups().keySet())
        .containsExactly("Hälsokonferenser", "Risk och förebyggande");
    assertThat(found("")).containsExactly("C03", "C04", "V09");
    assertThat(model.found()).isEqualTo("Indikatorer: 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c03",
        "C03",
        "PROFESSIONER",
        " full  prof ",
        "sjuksköterska",
        "syftet fulltaliga"
      })
  void whatIsFoundHasEveryWordInItsNumberNameOrTexts(String search) {
    assertThat(found(search)).containsExactly("C03");
    assertThat(CatalogueViewModel.of(ALL, search).found()).isEqualTo("Visar 1 av 3 indikatorer");
  }

  @Test
  void swedishLettersAreLettersOfTheirOwn() {
    assertThat(found("åtgärder")).containsExactly("V09");
    assertThat(found("atgarder")).isEmpty();
  }

  @Test
  void theConditionsOfADefinitionAreNotSearched() {
    CatalogueViewModel model = CatalogueViewModel.of(ALL, "sql");
    assertThat(model.groups()).isEmpty();
    assertThat(model.found()).startsWith("Ingen indikator innehåller alla orden.");
  }
}
