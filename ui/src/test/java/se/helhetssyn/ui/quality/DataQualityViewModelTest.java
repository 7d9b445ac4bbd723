package se.helhetssyn.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.MartReader;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.quality.QualityMart;
import se.helhetssyn.analytics.quality.RevisionQuery;
import se.helhetssyn.ui.InspectedDeliveries;
import se.helhetssyn.ui.PublishedForTests;
import se.helhetssyn.ui.chart.ChartPoint;
import se.helhetssyn.ui.organisation.OrgTree;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DataQualityViewModelTest {
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
  void theLatestDeliveryIsFirstAndATurnedAwayOneSaysWhy() {
    LinkedTable table = page("").deliveries().table();
    assertThat(words(table).getFirst())
        .startsWith(
            InspectedDeliveries.CUT_FILE
                + "|Togs inte emot: Filen kan vara avkortad|Avvikelser|Avvika"
                + "|31 oktober 2026 kl. 06.10")
        .endsWith("|310|0|0|0|310");
    assertThat(words(table).getLast())
        .contains("Hel leverans, 1 januari 2026–31 juli 2026, Division social omsorg");
    assertThat(page("").deliveries().latest())
        .hasValueSatisfying(latest -> assertThat(latest).contains(InspectedDeliveries.CUT_FILE));
  }

  @Test
  void hiddenCountsAreWordsAndNeverZero() {
    assertThat(words(page("").deliveries().table()).get(2))
        .contains("Skyddat värde|Skyddat värde|Skyddat värde|Skyddat värde|Skyddat värde");
    assertThat(words(page("").changes().comparisons()))
        .anySatisfy(row -> assertThat(row).startsWith("Planer|Planera").endsWith("Skyddat värde"));
  }

  @Test
  void deliveriesFollowTableSourceAndMonth() {
    assertThat(page("tabell=plan").deliveries().table().rows()).hasSize(1);
    assertThat(page("kalla=Planera").deliveries().table().rows()).hasSize(2);
    assertThat(page("manad=2026-10").deliveries().table().rows()).hasSize(2);
    assertThat(page("manad=2019-01").deliveries().table().rows()).hasSize(4);
    assertThat(choice("manad=2019-01").refused())
        .containsExactly(
            "Adressens val av månad för leverans finns inte här. Här visas Levererat när som"
                + " helst.");
  }

  @Test
  void unitsWithoutDeliveryAreNamedWithTheirMonths() {
    GapsModel gaps = page("").gaps();
    assertThat(words(gaps.table()))
        .containsExactly(
            "Åsgården|Avvikelser|maj 2026–juli 2026, september 2026|Uppgift saknas",
            "Ängens hemtjänst|Planer|oktober 2026|Uppgift saknas");
    assertThat(gaps.sentence()).isEqualTo("Enheter som saknar något: 2.");
    assertThat(words(page("org=O1").gaps().table())).hasSize(1);
    assertThat(gaps.table().rows().getFirst().getFirst().href()).hasValue("enhet/E1");
  }

  @Test
  void theMatrixCountsWhatCouldBeJudgedAndLeadsToItsRules() {
    KahnModel matrix = page("").matrix();
    assertThat(words(matrix.table()))
        .containsExactly(
            "Överensstämmelse: har uppgifterna rätt form?"
                + "|2 av 3 kontroller godkända (67 %), 1 underkänd|Inga kontroller",
            "Fullständighet: finns det som ska finnas?"
                + "|0 av 1 kontroll godkänd (0 %), 1 underkänd"
                + "|1 av 1 kontroll godkänd (100 %)",
            "Rimlighet: kan det stämma?"
                + "|1 av 1 kontroll godkänd (100 %), 1 ej tillämplig"
                + "|0 av 1 kontroll godkänd (0 %), 1 kunde inte prövas");
    assertThat(matrix.table().rows().getFirst().get(1).href())
        .hasValue("datakvalitet?del=CONFORMANCE.VERIFICATION#fynd");
    assertThat(rules("del=CONFORMANCE.VERIFICATION")).containsExactly("DQ16", "DQ21");
    assertThat(rules("del=COMPLETENESS.VALIDATION")).containsExactly("DQ10");
  }

  @Test
  void failedRulesStandFirstAndSilentOnesAreOnlyCounted() {
    FindingsModel findings = page("").findings();
    assertThat(findings.rules().stream().map(RuleModel::anchor))
        .containsExactly("DQ16", "DQ22", "DQ37", "DQ04", "DQ21");
    assertThat(findings.silence()).isEqualTo("Regler som är prövade utan anmärkning: 1.");
    assertThat(words(findings.rules().getFirst().checks()))
        .containsExactly(
            "Avvikelser|Underkänd|1 234|48 120|2,6 %|1 %", "Planer|Godkänd|0|2 310|0 %|1 %");
  }

  @Test
  void findingsOfAFileAreOnlyThose() {
    assertThat(rules("fil=" + InspectedDeliveries.CUT_FILE)).containsExactly("DQ37");
    assertThat(rules("kalla=Planera")).containsExactly("DQ04", "DQ21");
  }

  @Test
  void fewRowsAreToldAsFewerThan() {
    RuleModel late = rule("", "DQ04");
    assertThat(words(late.findings())).singleElement().asString().endsWith("Färre än 10");
    assertThat(words(late.checks()).getLast()).contains("Godkänd|Skyddat värde");
  }

  @Test
  void aCheckThatCouldNotBeMadeTellsNoCount() {
    assertThat(words(rule("", "DQ22").checks()))
        .containsExactly(
            "Riskbedömningar|Kunde inte prövas|Uppgift saknas|9 400|Uppgift saknas|1 %");
    assertThat(words(rule("", "DQ04").checks()).getFirst())
        .isEqualTo("Uppföljningar av planer|Ej tillämplig|Ej tillämpligt|0|Ej tillämpligt|10 %");
  }

  @Test
  void theTrendHoldsEveryRunAndGapsWhereNothingCouldBeJudged() {
    RuleTrend trend = rule("", "DQ16").trend();
    assertThat(trend.points()).hasSize(8);
    assertThat(trend.points().get(5)).isEqualTo(new ChartPoint.Gap("Kunde inte prövas", false));
    assertThat(plain(trend.summary())).isEqualTo("Senaste körningen: 2,4 %. Körningar: 8.");
    assertThat(words(trend.table()).getFirst()).startsWith("1 november 2026");
  }

  @Test
  void suppliersAreToldOfTheirOwnFilesOnly() {
    List<SupplierNote> notes = page("").suppliers();
    assertThat(notes).extracting(SupplierNote::source).containsExactly("Avvika", "Planera");
    assertThat(plain(notes.getFirst().all()))
        .startsWith("Till er som levererar från Avvika")
        .contains("DQ16 Okänd enhet. Avvikelser, deviation.csv: 1 234 rader. Se över uttaget.")
        .doesNotContain("DQ21");
    assertThat(notes.getLast().all()).contains("färre än 10 rader");
  }

  @Test
  void aMovedThresholdIsAppliedWhenChecksAreRead() {
    List<MovedThreshold> history = new ArrayList<>();
    history.add(moved("DQ16", null, 0.03));
    assertThat(status(history)).isEqualTo("Godkänd");
    history.addFirst(moved("DQ16", "deviation", 0.02));
    assertThat(status(history)).isEqualTo("Underkänd");
    history.addFirst(moved("DQ16", "deviation", null));
    assertThat(status(history)).as("the rule's own").isEqualTo("Underkänd");
    history.addFirst(moved("DQ16", "deviation", 0.05));
    assertThat(status(history)).isEqualTo("Godkänd");
    history.addFirst(moved("DQ999", null, 0.5));
    assertThat(status(history)).as("a rule that is gone").isEqualTo("Godkänd");
  }

  private String status(List<MovedThreshold> history) {
    return page("del=CONFORMANCE.VERIFICATION", history).findings().rules().stream()
        .filter(rule -> rule.anchor().equals("DQ16"))
        .map(rule -> rule.checks().rows().getFirst().get(1).words())
        .findFirst()
        .orElseThrow();
  }

  private static MovedThreshold moved(String rule, @Nullable String table, @Nullable Double share) {
    return new MovedThreshold(rule, table, share, "ett gott skäl", "kvalitet", Instant.EPOCH);
  }

  @Test
  void theCurveTellsWhenNearlyAllHasComeAndWhatFollows() {
    DelayModel curve = page("").delays().curves().getFirst();
    assertThat(plain(curve.chart().summary()))
        .isEqualTo("95 % är registrerade inom 23 dagar. Kurvan bygger på 9 400 rader.");
    assertThat(curve.consequence())
        .hasValue(
            "Därför är perioder av Aktuell riskbedömning preliminära i 23 dagar efter periodens"
                + " slut.");
    assertThat(curve.chart().labels()).startsWith("0", "5").endsWith("120");
    assertThat(curve.chart().table().rows()).hasSize(curve.chart().labels().size());
    assertThat(words(page("").delays().indicators()))
        .contains("Fulltaliga professioner|45 dagar|Ingen tabell berättar det|Antaget");
  }

  @Test
  void fullLoadsThatFollowEachOtherAreCompared() {
    assertThat(words(page("").changes().comparisons()).getFirst())
        .isEqualTo("Avvikelser|Avvika|avvikelser-2026-07|avvikelser-2026-08|1 774|32|278|298");
  }

  @Test
  void revisedFiguresSayFromWhatToWhatAndWhy() {
    assertThat(words(page("").changes().revisions()))
        .containsExactly(
            "Fulltaliga professioner|kvartal 3 2026"
                + "|Från 82 till 84 %, därför att rader har rättats.",
            "Aktuell riskbedömning|kvartal 3 2026|Från Uppgift saknas till 71 %, därför att rader"
                + " har kommit in i efterhand och organisationen har ändrats.",
            "Reviderad när det behövs|kvartal 3 2026|Värdet är ändrat, men hur mycket visas inte."
                + " Orsaken är inte känd.");
    assertThat(words(page("indikator=C03&org=E1").changes().revisions()))
        .singleElement()
        .asString()
        .contains("Från 60 till 50 %");
  }

  @Test
  void theNoteIsAboutOneFigureOnly() {
    FigureKey revised = new QualityMart(mart).revisions(RevisionQuery.ALL).getFirst().figure();
    Map<FigureKey, RevisionNote> notes =
        RevisionNote.of(mart, revised.orgUnitId(), revised.period());
    assertThat(notes)
        .hasEntrySatisfying(
            revised,
            note ->
                assertThat(plain(note.getText()))
                    .isEqualTo(
                        "Ändrat sedan förra körningen: Från 82 till 84 %, därför att rader har"
                            + " rättats."));
    FigureKey other =
        new FigureKey(
            revised.indicatorId(),
            revised.definitionVersion(),
            "OTHER",
            revised.attribution(),
            revised.level(),
            revised.orgUnitId(),
            revised.period(),
            revised.stratum());
    assertThat(notes).doesNotContainKey(other);
  }

  @Test
  void aGenerationThatTellsNothingGivesEmptySections() {
    try (MartReader bare =
        MartReader.over(
            MartFixture.in(PublishedForTests.folder("bare"), "20261101T060000Z")
                .node(OrgLevel.MUNICIPALITY, "K", "Ekköping", null)
                .publish(),
            Layer.PROTECTED)) {
      DataQualityViewModel model = page(bare.current().orElseThrow(), "", List.of());
      assertThat(model.deliveries().table().isEmpty()).isTrue();
      assertThat(model.gaps().table().isEmpty()).isTrue();
      assertThat(model.findings().rules()).isEmpty();
      assertThat(model.suppliers()).isEmpty();
      assertThat(model.delays().isEmpty()).isTrue();
      assertThat(model.changes().revisions().isEmpty()).isTrue();
    }
  }

  private List<String> rules(String query) {
    return page(query).findings().rules().stream().map(RuleModel::anchor).toList();
  }

  private RuleModel rule(String query, String id) {
    return page(query).findings().rules().stream()
        .filter(rule -> rule.anchor().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private DataQualityViewModel page(String query) {
    return page(query, List.of());
  }

  private DataQualityViewModel page(String query, List<MovedThreshold> history) {
    return page(mart, query, history);
  }

  private static DataQualityViewModel page(Mart mart, String query, List<MovedThreshold> history) {
    QualityFacts facts = facts(mart, history);
    return DataQualityViewModel.of(facts, choice(facts, query), history);
  }

  private QualityChoice choice(String query) {
    return choice(facts(mart, List.of()), query);
  }

  private static QualityFacts facts(Mart mart, List<MovedThreshold> history) {
    return QualityFacts.load(mart, new OrgTree(mart.organisation()), history);
  }

  private static QualityChoice choice(QualityFacts facts, String query) {
    Map<String, List<String>> asked =
        Arrays.stream(query.split("&"))
            .filter(part -> !part.isEmpty())
            .map(part -> part.split("=", 2))
            .collect(Collectors.toMap(part -> part[0], part -> List.of(part[1])));
    String node = asked.getOrDefault(QualityChoice.NODE, List.of("K")).getFirst();
    return QualityChoice.of(facts, facts.organisation().find(node).orElseThrow(), asked);
  }

  /** Each row in one line, with plain spaces. */
  private static List<String> words(LinkedTable table) {
    return table.rows().stream()
        .map(row -> row.stream().map(LinkedTable.Cell::words).collect(Collectors.joining("|")))
        .map(DataQualityViewModelTest::plain)
        .toList();
  }

  private static String plain(String words) {
    return Stream.of("\u00a0", "\u202f")
        .reduce(words, (w, space) -> w.replace(space, " "))
        .replace("\u2060", "");
  }
}
