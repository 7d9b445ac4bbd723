package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureQuery;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.MartReader;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.MartTable;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.agreement.Agreement;

/** One whole run over a small invented municipality, looked at from every side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PipelineRunIT {
  /** Figures that persons stand behind, and not only the staff's common work. */
  private static final String OF_PERSONS =
      """
      (stratum IN ('SEX', 'AGE_GROUP') OR indicator_id NOT IN (
        'C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'C07', 'C08', 'D01', 'D02', 'D03', 'D06', 'D07',
        'D08', 'A08'))\
      """;

  /** Figures of the tree's nodes, of some indicators, by month and quarter. */
  private static final String PLAIN =
      """
      indicator_id IN ('C03', 'C05', 'C12', 'P05', 'V02', 'V05', 'A03', 'A04')
      AND org_level IN ('MUNICIPALITY', 'DIVISION', 'SERVICE_AREA', 'UNIT')
      AND stratum NOT IN ('SEX', 'AGE_GROUP') AND period_kind IN ('MONTH', 'QUARTER')\
      """;

  private static final LocalDate UNTIL = LocalDate.of(2025, 9, 30);

  @TempDir private static Path folder;
  private Answer answer = new Answer(-1, "", "");
  private StoreLayout store = new StoreLayout(Path.of(""));
  private String generation = "";

  @BeforeAll
  void run() throws IOException {
    Path extracts = folder.resolve("uttag");
    Answer made =
        Answer.to(
            "generate",
            "--out",
            extracts.toString(),
            "--persons",
            "120",
            "--units",
            "6",
            "--months",
            "8",
            "--seed",
            "7",
            "--until",
            UNTIL.toString());
    assertThat(made.exit()).as(made.err()).isZero();
    store = new StoreLayout(folder.resolve("lager"));
    answer = Answer.to(SmallDelivery.command(extracts, store));
    assertThat(answer.exit()).as(answer.err()).isZero();
    generation = Files.readString(store.pointer()).strip();
  }

  private List<List<String>> rows(Layer layer, String sql) throws SQLException {
    return Sql.rows("jdbc:duckdb:" + store.mart(generation, layer), sql);
  }

  private long number(Layer layer, String sql) throws SQLException {
    return Long.parseLong(rows(layer, sql).getFirst().getFirst());
  }

  @Test
  void theRunTellsWhatItDidAndWhatItPublished() {
    assertThat(answer.out()).contains("Publicerad: generation " + generation, "2025-10-31");
    assertThat(answer.err())
        .contains("Läser in och granskar …", "Räknar fram måtten …", "betrodda")
        .doesNotContain("ERROR", "WARN", "Exception");
  }

  @Test
  void theManifestTellsWhatTheGenerationWasMadeOf() {
    Manifest manifest = Manifest.read(store.manifest(generation));
    assertThat(manifest.generation()).isEqualTo(generation);
    assertThat(manifest.asOf()).isEqualTo("2025-10-31");
    assertThat(manifest.deliveredFrom()).isEqualTo("2025-02-01");
    assertThat(manifest.deliveredTo()).isEqualTo("2025-09-30");
    assertThat(manifest.definitions()).hasSize(67).containsEntry("C03", 1);
    assertThat(manifest.tables())
        .hasSameSizeAs(DataPackage.load().tables())
        .allMatch(Manifest.TableCount::conserved);
    assertThat(manifest.tables()).allMatch(t -> t.delivered() == t.trusted());
    assertThat(manifest.inputs())
        .hasSameSizeAs(DataPackage.load().tables())
        .allMatch(i -> i.sha256().length() == 64);
    assertThat(manifest.timings()).containsKeys("files", "start", "intake", "measure", "publish");
    assertThat(manifest.settings()).containsEntry("protection.k_protected", "5");
    assertThat(manifest.suppressed()).containsEntry("internal", 0L).containsKey("protected");
    assertThat(manifest.protectedSource()).isTrue();
  }

  @Test
  void nothingButTheStoresOwnFoldersIsLeft() throws IOException {
    try (var left = Files.walk(store.root())) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .doesNotContain("scratch", "workbench.duckdb", "current.next")
          .noneMatch(name -> name.startsWith(".building-"));
    }
    assertThat(store.lock()).isEmptyFile();
    assertThat(store.events(generation)).content().contains("\"stage\":\"measure\"", "publicerad");
  }

  @ParameterizedTest
  @EnumSource(Layer.class)
  void aLayerHoldsItsTablesAndNoOther(Layer layer) throws SQLException {
    assertThat(rows(layer, "SELECT table_name FROM duckdb_tables()").stream().map(List::getFirst))
        .containsExactlyInAnyOrderElementsOf(
            MartSchema.tables(layer).stream().map(MartTable::name).toList());
  }

  @ParameterizedTest
  @EnumSource(Layer.class)
  void aFigureWithoutAValueCarriesNoNumber(Layer layer) throws SQLException {
    String leaks =
        """
        SELECT count(*) FROM indicator_value
        WHERE state <> 'VALUE'
          AND coalesce(numerator, denominator, unknown, persons, value, lower, upper, q1, q3,
                       open_count) IS NOT NULL
        """;
    assertThat(number(layer, leaks)).isZero();
    String hidden = "SELECT count(*) FROM indicator_value WHERE state = 'SUPPRESSED'";
    assertThat(Manifest.read(store.manifest(generation)).suppressed())
        .containsEntry(layer.name().toLowerCase(Locale.ROOT), number(layer, hidden));
    assertThat(number(layer, hidden + " AND reason IS NOT NULL")).isZero();
  }

  @Test
  void howManyAreUnknownIsNotToldOfAFewPersons() throws SQLException {
    String few =
        "SELECT count(*) FROM indicator_value WHERE unknown BETWEEN 1 AND 4 AND " + OF_PERSONS;
    assertThat(number(Layer.INTERNAL, few)).isPositive();
    assertThat(number(Layer.PROTECTED, few)).isZero();
    assertThat(number(Layer.PUBLIC, few)).isZero();
  }

  @Test
  void lessIsShownTheFurtherAFigureTravels() throws SQLException {
    String shown = "SELECT count(*) FROM indicator_value WHERE state = 'VALUE'";
    assertThat(number(Layer.PUBLIC, shown)).isLessThan(number(Layer.PROTECTED, shown));
    assertThat(number(Layer.PROTECTED, shown)).isLessThan(number(Layer.INTERNAL, shown));
  }

  @ParameterizedTest
  @EnumSource(Layer.class)
  void everySeriesHasARowForEveryNodePeriodAndStratum(Layer layer) throws SQLException {
    // C03 has 6 series, P05 2, A03 2, C05 and A04 1 each that follow events, and V05 1 in 6 strata
    // with 2 attributions; V02 has 2 in 6 strata and C12 1, each with 2 attributions, and A03 4
    // stocks, all at period ends only. Delivered: 8 months (the last of them whole), the quarters
    // from April and July; no whole year begins in it.
    String periods =
        "(SELECT DISTINCT period_kind, period_start FROM indicator_value WHERE %s)"
            .formatted(PLAIN);
    assertThat(number(layer, "SELECT count(*) FROM " + periods)).isEqualTo(8 + 2);
    long places =
        number(
            layer,
            """
            SELECT count(DISTINCT (org_unit_id, period_kind, period_start))
            FROM org_unit JOIN %s
              ON valid_from < period_start
                   + CASE period_kind WHEN 'MONTH' THEN INTERVAL 1 MONTH ELSE INTERVAL 3 MONTH END
             AND coalesce(valid_to > period_start, TRUE)
            WHERE coalesce(unit_type, '') <> 'OTHER'
            """
                .formatted(periods));
    long series = 6 + 2 + 2 + 1 + 1 + 6 * 2 + 2 * 6 * 2 + 2 + 4;
    String then = " FROM indicator_value WHERE attribution <> 'AS_IS' AND " + PLAIN;
    assertThat(number(layer, "SELECT count(*)" + then)).isEqualTo(places * series);
    // The organisation of today has its own nodes in a period, and each of the 35 series of AS_WAS.
    String now = " FROM indicator_value WHERE attribution = 'AS_IS' AND " + PLAIN;
    long placesNow =
        number(layer, "SELECT count(DISTINCT (org_unit_id, period_kind, period_start))" + now);
    assertThat(number(layer, "SELECT count(*)" + now)).isPositive().isEqualTo(placesNow * 35);
    assertThat(
            number(
                layer,
                """
                SELECT count(*) FROM (
                  SELECT indicator_id FROM indicator_value
                  GROUP BY indicator_id, series, attribution, org_level, org_unit_id, period_kind,
                           period_start, stratum, stratum_value
                  HAVING count(*) > 1)
                """))
        .isZero();
  }

  @Test
  void theMunicipalityIsTheSumOfItsUnits() throws SQLException {
    List<List<String>> sums =
        rows(
            Layer.INTERNAL,
            """
            SELECT indicator_id, series, stratum_value, attribution, period_start,
                   sum(denominator) FILTER (org_level = 'UNIT') AS units,
                   sum(denominator) FILTER (org_level = 'MUNICIPALITY') AS whole
            FROM indicator_value
            WHERE period_kind = 'MONTH' AND value_kind = 'SHARE'
              AND stratum NOT IN ('SEX', 'AGE_GROUP')
            GROUP BY ALL
            HAVING units IS DISTINCT FROM whole
            """);
    assertThat(sums).isEmpty();
  }

  @Test
  void theReaderServesTheGeneration() {
    try (MartReader reader = MartReader.over(store.root(), Layer.PROTECTED)) {
      Mart mart = reader.current().orElseThrow();
      assertThat(mart.generation().id()).isEqualTo(generation);
      assertThat(mart.indicators()).hasSize(67);
      OrgNode top =
          mart.organisation().stream()
              .filter(n -> n.level() == OrgLevel.MUNICIPALITY)
              .findFirst()
              .orElseThrow();
      List<Figure> figures = mart.figures(FigureQuery.main(top, PeriodKind.MONTH));
      // A09, C02, D06, N01–N03 and the six Q05 are not told of by month.
      assertThat(figures).hasSize((67 - 12) * 8);
    }
  }

  @Test
  void aFigureFromPersonsHasItsSupportAndOthersHaveNone() throws SQLException {
    assertThat(
            number(
                Layer.INTERNAL,
                """
                SELECT count(*) FROM indicator_value v
                LEFT JOIN cell_support s USING (figure_id)
                WHERE (s.figure_id IS NOT NULL)
                      <> (v.state = 'VALUE' AND %s)
                """
                    .formatted(OF_PERSONS)))
        .isZero();
    assertThat(
            number(
                Layer.INTERNAL,
                """
                SELECT count(*) FROM indicator_value v
                WHERE value_kind = 'DAYS' AND state = 'VALUE' AND denominator <>
                  (SELECT sum(closed + censored) FROM duration_histogram h
                   WHERE h.figure_id = v.figure_id)
                """))
        .isZero();
  }

  @Test
  void everyRuleThatWasHeldAgainstATableHasOneStatus() throws IOException, SQLException {
    Path strict = Files.writeString(folder.resolve("strikt.yaml"), "- {rule: DQ16, share: 0}\n");
    Path file = folder.resolve("kvalitet.csv");
    List<String> command = new ArrayList<>(exporting("quality", "csv", file));
    command.addAll(List.of("--thresholds", strict.toString()));
    Answer exported = Answer.to(command.toArray(String[]::new));
    assertThat(exported.exit()).as(exported.err()).isZero();
    String told =
        """
        SELECT count(*) FROM '%s'
        WHERE section = 'CHECK' AND status IN ('ERROR', 'NOT_APPLICABLE', 'FAILED', 'PASSED')
        """
            .formatted(file);
    assertThat(Sql.rows("jdbc:duckdb:", told))
        .isEqualTo(rows(Layer.PROTECTED, "SELECT count(*) FROM quality_check"));
    assertThat(number(Layer.PROTECTED, "SELECT count(*) FROM quality_rule")).isEqualTo(54);
  }

  @Test
  void workbooksAndArrowFilesAreWrittenByTheCommand() {
    assertThat(export("xlsx")).isNotEmptyFile();
    assertThat(export("arrow")).isNotEmptyFile();
  }

  @Test
  void theExportIsTheLayerInBothForms() throws SQLException {
    Path csv = export("csv");
    Path parquet = export("parquet");
    String columns = "figure_id, state, numerator, CAST(period_start AS DATE)";
    String order = " ORDER BY figure_id";
    List<List<String>> published =
        rows(Layer.PROTECTED, "SELECT " + columns + " FROM indicator_value" + order);
    assertThat(Sql.rows("jdbc:duckdb:", "SELECT " + columns + " FROM '" + csv + "'" + order))
        .isEqualTo(published);
    assertThat(Sql.rows("jdbc:duckdb:", "SELECT " + columns + " FROM '" + parquet + "'" + order))
        .isEqualTo(published);
  }

  private Path export(String format) {
    Path file = folder.resolve("ut." + format);
    Answer exported = Answer.to(exporting("indicators", format, file).toArray(String[]::new));
    assertThat(exported.exit()).as(exported.err()).isZero();
    return file;
  }

  private List<String> exporting(String what, String format, Path file) {
    String store = this.store.root().toString();
    return List.of(
        "export", "--store", store, "--what", what, "--format", format, "--out", file.toString());
  }

  @Test
  void everyFigureIsTheOneThatTheRecomputationComesTo() throws IOException, SQLException {
    Agreement.require(store.root());
  }
}
