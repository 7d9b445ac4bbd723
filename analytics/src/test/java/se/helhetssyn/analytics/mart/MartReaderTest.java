package se.helhetssyn.analytics.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.helhetssyn.analytics.mart.OrgLevel.MUNICIPALITY;
import static se.helhetssyn.analytics.mart.OrgLevel.UNIT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MartReaderTest {
  private static final Period Q3 = new Period(PeriodKind.QUARTER, LocalDate.of(2026, 7, 1));

  @TempDir Path store;

  @Test
  void nothingIsServedBeforeTheFirstPublication() {
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      assertThat(reader.current()).isEmpty();
    }
  }

  @Test
  void followsThePointerWithoutRestart() {
    fixture("g1").share("C03", UNIT, "u1", Q3, 3, 4).publish();
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      Mart before = reader.current().orElseThrow();
      fixture("g2").share("C03", UNIT, "u1", Q3, 4, 4).publish();
      assertThat(reader.current().orElseThrow().generation().id()).isEqualTo("g2");
      assertThat(before.figures(unitFigures())).hasSize(1);
    }
  }

  @Test
  void staysOnTheLastGoodGenerationWhenTheNewOneIsDamaged() throws IOException {
    fixture("g1").publish();
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      assertThat(reader.current()).isPresent();
      assertThat(reader.unreadable()).isEmpty();
      Files.writeString(store.resolve("current"), "g-lost");
      assertThat(reader.current().orElseThrow().generation().id()).isEqualTo("g1");
      assertThat(reader.unreadable().orElseThrow()).hasMessageContaining("g-lost");
      fixture("g2").publish();
      assertThat(reader.current().orElseThrow().generation().id()).isEqualTo("g2");
      assertThat(reader.unreadable()).isEmpty();
    }
  }

  @Test
  void saysSoWhenTheOnlyGenerationCannotBeRead() throws IOException {
    Files.writeString(store.resolve("current"), "g-lost");
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      assertThatThrownBy(reader::current)
          .isInstanceOf(MartException.class)
          .hasMessageContaining("manifest");
    }
  }

  @Test
  void aPointerThatLeadsOutOfTheStoreIsNotFollowed() throws IOException {
    Files.writeString(store.resolve("current"), "../../elsewhere");
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      assertThatThrownBy(reader::current)
          .isInstanceOf(MartException.class)
          .hasMessageStartingWith("Lagrets pekare är skadad.");
    }
  }

  @Test
  void aManifestWithoutWhatIsNeededIsDamaged() throws IOException {
    fixture("g1").publish();
    Path manifest = new StoreLayout(store).manifest("g1");
    String whole = Files.readString(manifest);
    for (String damage : List.of("\"as_of\"", "\"published_at\"", "\"generation\"")) {
      Files.writeString(manifest, whole.replace(damage, "\"x\""));
      assertUnreadable();
    }
    Files.writeString(manifest, whole.replace("\"2026-10-31\"", "\"igår\""));
    assertUnreadable();
    Files.writeString(manifest, whole.replace("\"g1\"", "\"g2\""));
    assertUnreadable();
  }

  private void assertUnreadable() {
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      assertThatThrownBy(reader::current)
          .isInstanceOf(MartException.class)
          .hasMessageStartingWith("Generation g1 kan inte läsas. ");
    }
  }

  @Test
  void everyStateComesBackAsItself() {
    Period q2 = Q3.previous();
    Period q1 = q2.previous();
    fixture("g1")
        .share("C03", UNIT, "u1", Q3, 0, 4)
        .figure("C03", UNIT, "u1", q2, new FigureState.Suppressed())
        .figure("C03", UNIT, "u1", q1, new FigureState.Missing("SOURCE_MISSING"))
        .figure("C03", UNIT, "u1", q1.previous(), new FigureState.NotApplicable(""))
        .publish();
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      List<FigureState> states =
          reader.current().orElseThrow().figures(unitFigures()).stream()
              .map(Figure::state)
              .toList();
      assertThat(states)
          .containsExactly(
              new FigureState.NotApplicable(""),
              new FigureState.Missing("SOURCE_MISSING"),
              new FigureState.Suppressed(),
              new FigureState.Value(0L, 4L, 0L, 4L, 0.0, 0.0, 0.1, null, null, null, false));
    }
  }

  @Test
  void aComparisonHasEveryNodeOfTheLevelForThePeriodAndIndicatorAlone() {
    fixture("g1")
        .share("C03", UNIT, "u1", Q3, 3, 4)
        .share("C03", UNIT, "u2", Q3, 2, 4)
        .part("C03", UNIT, "u2", Q3, new Stratum("AREA", "FALL"), 4)
        .share("C03", UNIT, "u1", Q3.previous(), 1, 4)
        .share("C03", OrgLevel.MUNICIPALITY, "K", Q3, 5, 8)
        .share("P05", UNIT, "u1", Q3, 1, 4)
        .publish();
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      Mart mart = reader.current().orElseThrow();
      assertThat(mart.figures(new ComparisonQuery("C03", UNIT, Q3)))
          .extracting(figure -> figure.key().orgUnitId() + " " + figure.key().stratum().value())
          .containsExactly("u1 ALL", "u2 ALL", "u2 FALL");
      assertThat(mart.figures(new ComparisonQuery("X99", UNIT, Q3))).isEmpty();
    }
  }

  @Test
  void organisationIndicatorsAndPeriodsAreRead() {
    fixture("g1").share("C03", UNIT, "u1", Q3, 3, 4).publish();
    try (MartReader reader = MartReader.over(store, Layer.PUBLIC)) {
      Mart mart = reader.current().orElseThrow();
      assertThat(mart.organisation()).extracting(OrgNode::name).containsExactly("Kommunen", "Åsen");
      assertThat(mart.indicators()).extracting(IndicatorInfo::id).containsExactly("C03");
      assertThat(mart.indicators().getFirst().series()).hasSize(1);
      assertThat(mart.periods(PeriodKind.QUARTER)).containsExactly(Q3);
      assertThat(mart.periods(PeriodKind.MONTH)).isEmpty();
    }
  }

  @Test
  void partsOfThePopulationAreReadWhenAskedFor() {
    Stratum fall = new Stratum("AREA", "FALL");
    fixture("g1").share("C03", UNIT, "u1", Q3, 3, 4).part("C03", UNIT, "u1", Q3, fall, 8).publish();
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      Mart mart = reader.current().orElseThrow();
      OrgNode unit = mart.organisation().getLast();
      assertThat(mart.figures(FigureQuery.everything(unit, PeriodKind.QUARTER)))
          .extracting(figure -> figure.key().stratum())
          .containsExactly(Stratum.ALL, fall);
      assertThat(mart.figures(unitFigures())).hasSize(1);
    }
  }

  @Test
  void rowsOfUnknownUnitsAreCountedOverAllTables() {
    fixture("g1")
        .finding("DQ16", "plan", null, 13)
        .finding("DQ18", "deviation", null, 24)
        .finding("DQ05", "deviation", null, 35)
        .hiddenFinding("DQ16", "person", 5)
        .publish();
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      assertThat(reader.current().orElseThrow().unmappedRows()).isEqualTo(37);
      fixture("g2").publish();
      assertThat(reader.current().orElseThrow().unmappedRows()).isZero();
    }
  }

  @Test
  void aStoreOfTheVersionBeforeIsReadToo() throws IOException, SQLException {
    fixture("g1").finding("DQ16", "plan", null, 13).publish();
    StoreLayout layout = new StoreLayout(store);
    String file = "jdbc:duckdb:" + layout.mart("g1", Layer.PROTECTED);
    try (Connection connection = DriverManager.getConnection(file);
        Statement statement = connection.createStatement()) {
      for (MartTable table : DeliverySchema.TABLES) {
        statement.execute("DROP TABLE " + table.name());
      }
      statement.execute("ALTER TABLE indicator_definition DROP COLUMN core");
    }
    String manifest = Files.readString(layout.manifest("g1"));
    Files.writeString(
        layout.manifest("g1"),
        manifest
            .replace("\"mart_schema_version\" : 4", "\"mart_schema_version\" : 3")
            .replace("\"culled_before\" : null,", ""));
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      Mart mart = reader.current().orElseThrow();
      assertThat(mart.unmappedRows()).isEqualTo(13);
      assertThat(mart.generation().culledBefore()).isEmpty();
    }
  }

  @Test
  void whatIsTakenAwayAfterPublicationIsTold() throws IOException {
    fixture("g1").publish();
    Path state = new StoreLayout(store).state("g1");
    Period july = new Period(PeriodKind.MONTH, LocalDate.of(2025, 7, 1));
    Period august = new Period(PeriodKind.MONTH, LocalDate.of(2025, 8, 1));
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      Mart mart = reader.current().orElseThrow();
      assertThat(mart.generation().isCulled(july)).isFalse();
      var culled = new StoreState.Removal("2026-11-02T06:00:00Z", StoreState.Cause.RETENTION);
      new StoreState(Map.of(), Map.of(), "2025-08-01", List.of(culled)).writeTo(state);
      assertThat(mart.generation().isCulled(july)).isTrue();
      assertThat(mart.generation().isCulled(august)).isFalse();
      var erased = new StoreState.Removal("2026-11-03T06:00:00Z", StoreState.Cause.ERASURE);
      new StoreState(Map.of(), Map.of(), "2025-08-01", List.of(culled, erased)).writeTo(state);
      assertThat(mart.generation().isCulled(august)).isTrue();
      for (String damaged : List.of("{", "{\"culled_before\": \"i fjol\"}")) {
        Files.writeString(state, damaged);
        assertThat(mart.generation().isCulled(july)).isFalse();
      }
    }
  }

  @Test
  void unitsThatAreNotMeasuredAreNotPartOfTheOrganisation() {
    fixture("g1").otherUnit("x", "Kansliet", "m").publish();
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      assertThat(reader.current().orElseThrow().organisation())
          .extracting(OrgNode::id)
          .containsExactly("m", "u1");
    }
  }

  @Test
  void figuresCanBeAskedForSomeIndicatorsAlone() {
    fixture("g1")
        .indicator("C04", "Hälsokonferenser", "Minst två", null)
        .share("C03", UNIT, "u1", Q3, 3, 4)
        .share("C04", UNIT, "u1", Q3, 3, 4)
        .publish();
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      Mart mart = reader.current().orElseThrow();
      List<IndicatorInfo> second = List.of(mart.indicators().getLast());
      assertThat(mart.figures(unitFigures())).hasSize(2);
      assertThat(mart.figures(unitFigures().about(second)))
          .extracting(figure -> figure.key().indicatorId())
          .containsExactly("C04");
    }
  }

  @Test
  void settingsAreThoseTheGenerationWasComputedWith() throws SQLException {
    fixture("g1").parameter("C10", "days", 45).parameter("C12", "days", 183).publish();
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      Mart mart = reader.current().orElseThrow();
      assertThat(LocalSettings.of(mart, "C10")).isEqualTo(Map.of("days", 45));
      assertThat(LocalSettings.of(mart, "C03")).isEmpty();
    }
    fixture("g2").publish();
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:duckdb:" + new StoreLayout(store).mart("g2", Layer.PROTECTED))) {
      connection.createStatement().execute("DROP TABLE indicator_parameter");
    }
    try (MartReader reader = MartReader.over(store, Layer.PROTECTED)) {
      assertThat(LocalSettings.of(reader.current().orElseThrow(), "C10")).isEmpty();
    }
  }

  private MartFixture fixture(String generation) {
    return MartFixture.in(store, generation)
        .node(MUNICIPALITY, "m", "Kommunen", null)
        .node(UNIT, "u1", "Åsen", "m")
        .indicator("C03", "Hälsokonferenser", "Fulltaliga professioner", 1.0);
  }

  private static FigureQuery unitFigures() {
    return new FigureQuery(UNIT, "u1", PeriodKind.QUARTER, "MAIN", Stratum.ALL, Set.of());
  }
}
