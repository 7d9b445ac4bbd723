package se.helhetssyn.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.LocalSettings;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.MartReader;
import se.helhetssyn.ui.MunicipalityFixture;
import se.helhetssyn.ui.PublishedForTests;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DefinitionModelTest {
  private MartReader reader;
  private Mart mart;

  @BeforeAll
  void open() {
    reader = MartReader.over(PublishedForTests.store(), Layer.PROTECTED);
    mart = reader.current().orElseThrow();
  }

  @AfterAll
  void close() {
    reader.close();
  }

  private IndicatorInfo indicator(String id) {
    return mart.indicators().stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
  }

  private DefinitionModel page(String id) {
    return DefinitionModel.of(indicator(id), LocalSettings.of(mart, id));
  }

  private static List<String> said(DefinitionModel page, String term) {
    return page.parts().stream()
        .flatMap(part -> part.facts().stream())
        .filter(fact -> fact.term().equals(term))
        .findFirst()
        .orElseThrow()
        .sentences();
  }

  @Test
  void whatCountsOfWhatAndWhatDoesNotStandFirst() {
    DefinitionModel page = page(MunicipalityFixture.FURTHER_INDICATOR);
    assertThat(page.title()).isEqualTo("V07 Uppföljd i tid");
    assertThat(page.parts().getFirst().facts())
        .containsExactly(
            DefinitionModel.Fact.of("Räknas", "Riskbedömningar som följdes upp inom 60 dagar."),
            DefinitionModel.Fact.of("Av", "Alla fullständiga riskbedömningar där en risk fanns."),
            DefinitionModel.Fact.of(
                "Räknas inte", "Bedömningar där det inte framgår om en risk fanns räknas inte."),
            DefinitionModel.Fact.of("Okänt", "Inget svar kan vara okänt."),
            DefinitionModel.Fact.of("Enhet som räknas", "Riskbedömningar"));
  }

  @Test
  void aTargetIsToldWithWhoSetItAndALevelBesideItIsSaidToBeNone() {
    DefinitionModel page = page(MunicipalityFixture.FURTHER_INDICATOR);
    assertThat(said(page, "Mål")).containsExactly("Inget mål fastställt");
    assertThat(said(page, "Nivåer att läsa den bredvid"))
        .containsExactly(
            "70\u00a0%: Nivån i en grannkommun. Källa: Årsrapport 2025, s. 12. Nivån är inget mål.");
    assertThat(said(page("C03"), "Mål")).containsExactly("100\u00a0%", "rutinen");
  }

  @Test
  void whatIsSetLocallyDecidesWhenItCanBeJudged() {
    DefinitionModel page = page(MunicipalityFixture.FURTHER_INDICATOR);
    assertThat(said(page, "Kan bedömas")).containsExactly("Efter 60 dagar");
    assertThat(page.settings().rows())
        .containsExactly(
            List.of("within_days", "60", "90", "Rutinen anger ingen tid; 90 dagar är förvalt."));
    DefinitionModel untold =
        DefinitionModel.of(indicator(MunicipalityFixture.FURTHER_INDICATOR), Map.of());
    assertThat(said(untold, "Kan bedömas")).containsExactly("Efter 90 dagar");
    assertThat(untold.settings().rows().getFirst()).contains("Uppgift saknas", "90");
  }

  @Test
  void everySeriesIsToldWithItsKindPartsAndMaturity() {
    assertThat(page(MunicipalityFixture.FURTHER_INDICATOR).series().rows())
        .containsExactly(
            List.of(
                "Uppföljd i tid", "MAIN", "Andel", "Riskområde: Fall, Munhälsa", "Efter 60 dagar"),
            List.of("Tid till uppföljning", "DELAY", "Dagar, median", "Kategori", "Genast"),
            List.of("Väntar på uppföljning", "WAITING", "Antal", "", "Efter 60 dagar"));
  }

  @Test
  void whenForWhomAndByWhomIsToldInWords() {
    DefinitionModel page = page(MunicipalityFixture.FURTHER_INDICATOR);
    assertThat(said(page, "Slag")).containsExactly("Process: vad som görs");
    assertThat(said(page, "Riktning")).containsExactly("Högre är bättre");
    assertThat(said(page, "Räknas när"))
        .containsExactly(
            "Den dag det som räknas hände.", "Så som det är i slutet av varje period.");
    assertThat(said(page, "Perioder")).containsExactly("månad, kvartal, år");
    assertThat(said(page, "Nivåer")).containsExactly("division, enhet");
    assertThat(said(page, "Samkörning")).hasSize(1);
    assertThat(said(page, "Underlag")).containsExactly("Boende och insatser, Riskbedömningar");
    assertThat(said(page, "Ansvarig")).containsExactly("MAR");
    assertThat(said(page, "Gäller"))
        .containsExactly("Från 1\u00a0januari 2026 till och med 31\u00a0december 2027");
    assertThat(said(page, "Historik"))
        .containsExactly("Version 1, från 1\u00a0januari 2026: Första versionen.");
    assertThat(said(page, "Källor")).containsExactly("S1:L24-30, B1");
    assertThat(said(page, "Engelskt namn")).containsExactly("Followed up in time");
  }

  @Test
  void aDefinitionOfAnotherFormIsToldAsFarAsItGoes() {
    DefinitionModel page = page(MunicipalityFixture.OLD_INDICATOR);
    assertThat(page.note()).isPresent();
    assertThat(said(page, "Räknas")).containsExactly("Täljare och nämnare");
    assertThat(said(page, "Syfte")).containsExactly("Syfte");
    assertThat(said(page, "Version")).containsExactly("1");
    assertThat(page.series().rows()).hasSize(1);
    assertThat(page.written()).contains("I äldre form");
    DefinitionModel almostEmpty = page("C03");
    assertThat(almostEmpty.note()).isPresent();
    assertThat(almostEmpty.settings().rows()).isEmpty();
  }
}
