package se.helhetssyn.ui.compare;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.MartReader;
import se.helhetssyn.ui.ComparedUnits;
import se.helhetssyn.ui.PublishedForTests;
import se.helhetssyn.ui.chart.ChartPoint;
import se.helhetssyn.ui.chart.DotChart;
import se.helhetssyn.ui.chart.TargetLine;
import se.helhetssyn.ui.login.Account;
import se.helhetssyn.ui.login.Role;
import se.helhetssyn.ui.organisation.OrgTree;
import se.helhetssyn.ui.page.PageContext;
import se.helhetssyn.ui.period.PeriodChoice;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CompareViewModelTest {
  private static final Account DIVISION = new Account("division", Role.DIVISION, null, false);

  private final KeyedOrder order = new KeyedOrder();
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

  @Test
  void unitsStandInSwedishOrderOfTheirNamesWhateverTheirValues() {
    assertThat(labels(division("D2")))
        .containsExactly(
            "Aspnäs",
            "Enebacken",
            "Granliden",
            "Hasselbo",
            "Kvarnhaga",
            "Lindhaga",
            "Rönnhult",
            "Sjövik",
            "Solhöjden",
            "Tallbacken",
            "Videvång",
            "Åbrinken (Extern utförare)",
            "Ängsbacken (Extern utförare)",
            "Östergården");
  }

  @Test
  void aUnitWithoutValueIsListedWithItsReasonAndNeverAsZero() {
    CompareViewModel model = division("D2");
    assertThat(line(model, "Östergården")).isEqualTo("Skyddat värde (för få personer)");
    assertThat(line(model, "Åbrinken"))
        .isEqualTo("Uppgift saknas: enheten har inte levererat för perioden");
    assertThat(line(model, "Granliden"))
        .isEqualTo("Ej tillämpligt: det fanns inget att mäta under perioden");
    assertThat(line(model, "Kvarnhaga")).isEqualTo("Inte mätt för perioden");
    assertThat(model.chart().rows())
        .filteredOn(row -> !row.point().hasValue())
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.interval()).isNull());
  }

  @Test
  void theSummaryCountsAndComparesWithTheLevelWithoutRanking() {
    assertThat(division("D2").chart().summary())
        .startsWith(
            "Enheter: 14, varav 10 har ett värde. Divisionens nivå, alla enhetstyper: 53,3\u00a0%.")
        .endsWith("av 10 enheter når osäkerheten den nivån, så skillnaden kan vara slump.");
    assertThat(division("D2").chart().reference())
        .isEqualTo(
            new TargetLine(231 / 433.0 * 100, "Divisionens nivå, alla enhetstyper: 53,3\u00a0%"));
  }

  @Test
  void aRowSaysItsValueOfHowManyHowSureAndItsReservations() {
    assertThat(division("D2").chart().rows().get(1).point().text())
        .isEqualTo(
            "68\u00a0% · 19 av 28 · 95\u00a0% konfidensintervall 49–\u206082\u00a0%"
                + " · Preliminärt – registrering pågår");
  }

  @Test
  void theTableHasTheCountsTheIntervalAndWhoRunsTheUnit() {
    DotChart chart = division("D2").chart();
    assertThat(chart.table().columns())
        .containsExactly("Enhet", "Värde", "Antal", "Osäkerhet", "Regi", "Anmärkning");
    assertThat(chart.table().rows().getLast().getFirst()).isEqualTo("Östergården");
    assertThat(chart.table().rows())
        .filteredOn(row -> row.getFirst().equals("Enebacken"))
        .singleElement()
        .satisfies(row ->
            assertThat(row)
                .containsExactly(
                    "Enebacken",
                    "68\u00a0%",
                    "19 av 28",
                    "95\u00a0% konfidensintervall 49–\u206082\u00a0%",
                    "Egen regi",
                    "Preliminärt – registrering pågår"));
  }

  @Test
  void theMostCommonTypeAndTheFirstIndicatorAreShownUnlessOthersAreChosen() {
    CompareViewModel model = division("D2");
    assertThat(chosen(model)).containsExactly("C03", "RESIDENTIAL_CARE", "", "");
    assertThat(chosen(division("D2", "enhetstyp=HOME_CARE", "indikator=V02", "riskomrade=FALL")))
        .containsExactly("V02", "HOME_CARE", "", "FALL");
  }

  @Test
  void whoRunsTheUnitsCanBeChosen() {
    assertThat(labels(division("D2", "regi=EXTERNAL")))
        .containsExactly("Åbrinken (Extern utförare)", "Ängsbacken (Extern utförare)");
  }

  @Test
  void aRiskAreaHasItsOwnFigures() {
    assertThat(division("D2", "indikator=V02").rows())
        .allSatisfy(row -> assertThat(row.hasValue()).isFalse());
    assertThat(division("D2", "indikator=V02", "riskomrade=FALL").rows())
        .filteredOn(CompareRow::hasValue)
        .hasSize(13)
        .allSatisfy(row -> assertThat(row.reading().line()).isEqualTo("50\u00a0%"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "indikator=X99",
        "enhetstyp=SLOTT",
        "regi=NÅGON",
        "riskomrade=FALL",
        "sida=2",
        "sida=-1",
        "sida=a",
        "indikator='; DROP TABLE org_unit"
      })
  void aWrongValueInTheAddressGivesASentenceAndTheUsualPage(String wrong) {
    CompareViewModel model = division("D2", wrong);
    assertThat(model.notes()).singleElement().asString().startsWith("Adressens val av ");
    assertThat(model.rows()).hasSize(14);
    assertThat(chosen(model)).containsExactly("C03", "RESIDENTIAL_CARE", "", "");
  }

  @Test
  void moreUnitsThanCanBeReadAreShownPageByPage() {
    CompareViewModel first = division("K", "enhetstyp=HOME_CARE");
    assertThat(first.rows()).hasSize(60);
    assertThat(first.place()).contains("Visar 1–60 av 64");
    CompareViewModel second = division("K", "enhetstyp=HOME_CARE", "sida=2");
    assertThat(second.rows()).hasSize(4);
    assertThat(second.place()).contains("Visar 61–64 av 64");
    assertThat(second.chart().summary()).isEqualTo(first.chart().summary());
  }

  @Test
  void aUnitIsComparedWithTheLikeOnesOfItsDivisionAndMarked() {
    CompareViewModel model = division(ComparedUnits.UNIT);
    assertThat(model.rows()).hasSize(14);
    assertThat(model.chart().rows().stream().filter(DotChart.Row::emphasised))
        .singleElement()
        .satisfies(row -> assertThat(row.label()).isEqualTo("Tallbacken"));
  }

  @Test
  void everyRowOfANamedUnitLeadsToItsTrend() {
    assertThat(division("D2", "period=2026-K2").rows().getFirst().trend())
        .contains("enhet/J08?period=2026-K2#C03");
  }

  @Test
  void aManagerSeesTheOwnUnitAmongOthersThatAreNotTold() {
    CompareViewModel model = manager(ComparedUnits.UNIT);
    assertThat(model.rows()).hasSize(14);
    assertThat(labels(model)).contains("Min enhet");
    assertThat(model.rows())
        .filteredOn(row -> !row.marked())
        .hasSize(13)
        .allSatisfy(row -> {
          assertThat(row.label()).isEqualTo("Annan enhet");
          assertThat(row.provider()).isEmpty();
          assertThat(row.trend()).isEmpty();
        });
    assertThat(model.notes()).singleElement().asString().contains("utan namn");
  }

  @Test
  void theValuesOfOthersAreCoarseAndWithoutCounts() {
    assertThat(manager(ComparedUnits.UNIT).chart().rows())
        .filteredOn(row -> !row.emphasised() && row.point().hasValue())
        .hasSize(9)
        .allSatisfy(row -> {
          assertThat(row.point().text()).doesNotContain(" av ");
          DotChart.Interval interval = Objects.requireNonNull(row.interval());
          double value = ((ChartPoint.Measured) row.point()).value();
          assertThat(value / 5).isCloseTo(Math.rint(value / 5), within(1e-9));
          assertThat(List.of(interval.lower() / 10, interval.upper() / 10))
              .allSatisfy(sent -> assertThat(sent).isCloseTo(Math.rint(sent), within(1e-9)));
        });
  }

  @Test
  void theStatesOfOthersAreToldWithoutWhose() {
    assertThat(manager(ComparedUnits.UNIT).rows())
        .filteredOn(row -> !row.hasValue())
        .extracting(row -> row.label() + ": " + row.reading().line())
        .containsExactlyInAnyOrder(
            "Annan enhet: Skyddat värde (för få personer)",
            "Annan enhet: Uppgift saknas: enheten har inte levererat för perioden",
            "Annan enhet: Ej tillämpligt: det fanns inget att mäta under perioden",
            "Annan enhet: Inte mätt för perioden");
  }

  @Test
  void theOwnUnitKeepsItsCounts() {
    assertThat(manager(ComparedUnits.UNIT).chart().summary())
        .contains(
            "Min enhet: 73\u00a0%, 16 av 22, 95\u00a0% konfidensintervall 52–\u206087\u00a0%.")
        .contains("Divisionens nivå, alla enhetstyper: 53\u00a0%.");
  }

  @Test
  void amongTooFewAManagerSeesTheOwnUnitAndTheLevelOnly() {
    CompareViewModel model = manager(ComparedUnits.UNIT_OF_FEW);
    assertThat(labels(model)).containsExactly("Min enhet");
    assertThat(model.notes()).singleElement().asString().startsWith("Färre än 5 andra enheter");
    assertThat(model.chart().reference()).isNotNull();
    assertThat(model.chart().summary())
        .isEqualTo(
            "Min enhet: 55\u00a0%, 16 av 29, 95\u00a0% konfidensintervall 38–\u206072\u00a0%."
                + " Divisionens nivå, alla enhetstyper: 53\u00a0%.");
  }

  @Test
  void amongManyTheOwnUnitIsOnTheFirstPage() {
    assertThat(labels(manager(ComparedUnits.UNIT_OF_MANY))).hasSize(60).contains("Min enhet");
    assertThat(labels(manager(ComparedUnits.UNIT_OF_MANY, "sida=2")))
        .containsExactly("Annan enhet");
  }

  @Test
  void aManagerCannotTellUnitsApartByChoosingWhoRunsThem() {
    CompareViewModel model = manager(ComparedUnits.UNIT, "regi=EXTERNAL");
    assertThat(model.rows()).hasSize(14);
    assertThat(model.notes()).first().asString().startsWith("Adressens val av regi");
  }

  @Test
  void whoMayNotSeeEverythingAndHasNoUnitSeesNoUnits() {
    CompareViewModel model = manager("O3");
    assertThat(model.rows()).isEmpty();
    assertThat(model.chart().reference()).isNull();
  }

  @Test
  void anotherPeriodIsAnotherOrderForAManager() {
    List<List<String>> orders =
        Stream.of("2025-K4", "2026-K1", "2026-K2", "2026-K3")
            .map(period -> manager(ComparedUnits.UNIT, "period=" + period))
            .map(model -> model.rows().stream().map(row -> row.reading().line()).toList())
            .toList();
    assertThat(orders).doesNotHaveDuplicates();
    assertThat(orders.stream().map(lines -> lines.stream().sorted().toList()).distinct().count())
        .as("the same values each time")
        .isEqualTo(1);
  }

  @Test
  void aNodeWithoutUnitsIsAnEmptyPage() {
    assertThat(of(DIVISION, "O5").rows()).isEmpty();
  }

  private CompareViewModel division(String node, String... asked) {
    return of(DIVISION, node, asked);
  }

  private CompareViewModel manager(String unit, String... asked) {
    return of(new Account("chef", Role.MANAGER, unit, false), unit, asked);
  }

  private CompareViewModel of(Account account, String node, String... asked) {
    OrgTree organisation = new OrgTree(mart.organisation());
    Map<String, List<String>> query =
        Arrays.stream(asked)
            .map(part -> part.split("=", 2))
            .collect(toMap(part -> part[0], part -> List.of(part[1])));
    return CompareViewModel.of(
            new PageContext(
                account,
                mart,
                organisation,
                organisation.find(node).orElseThrow(),
                PeriodChoice.of(mart, query).orElseThrow(),
                query),
            order)
        .orElseThrow();
  }

  private static List<String> labels(CompareViewModel model) {
    return model.chart().rows().stream().map(DotChart.Row::label).toList();
  }

  private static List<String> chosen(CompareViewModel model) {
    return model.choice().filters().stream().map(filter -> filter.chosen().code()).toList();
  }

  private static @Nullable String line(CompareViewModel model, String unit) {
    return model.rows().stream()
        .filter(row -> row.label().equals(unit))
        .map(row -> row.reading().line())
        .findFirst()
        .orElse(null);
  }
}
