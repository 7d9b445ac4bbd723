package se.helhetssyn.pipelines.mapping;

import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.disclosure.PrimaryRule;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.TableShape;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Manifest.TableCount;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.reference.ReferenceData;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.indicators.IndicatorFiles;
import se.helhetssyn.pipelines.delivery.Deliveries;
import se.helhetssyn.pipelines.intake.IntakeJob;
import se.helhetssyn.pipelines.intake.QualityCount;
import se.helhetssyn.pipelines.measure.CellJob;
import se.helhetssyn.pipelines.measure.Cells;
import se.helhetssyn.pipelines.measure.Horizon;
import se.helhetssyn.pipelines.measure.Organisation;
import se.helhetssyn.pipelines.publish.MartBuilder;
import se.helhetssyn.pipelines.publish.MartInput;
import se.helhetssyn.pipelines.publish.Protection;
import se.helhetssyn.pipelines.spark.LocalSpark;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/** The real citations through the example mapping, against counts made by an independent read. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CmsMappingIT {
  private static final String CITATIONS = "cms_citations_40states_202512.csv";
  private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

  private final SparkSession spark;
  private final Map<String, TableCount> counts = new HashMap<>();
  private Map<String, Long> quality = Map.of();

  @TempDir private static Path folder;

  CmsMappingIT(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  void takeIn() throws IOException {
    Path delivery = ReferenceData.require("realdata/cms");
    DataPackage contract = DataPackage.load();
    MappingDefinition mapping = CmsMappings.read(CmsMappings.CITATIONS, folder);
    MappedTables tables = MappedTables.of(Deliveries.mapped(delivery, mapping), mapping);
    IntakeJob job = new IntakeJob(spark, new StoreLayout(folder), "r1", LocalDate.of(2026, 6, 30));
    job.take(contract.tables().stream().flatMap(t -> tables.table(t, spark).stream()).toList())
        .forEach(count -> counts.put(count.table(), count));
    quality =
        QualityCount.of(job).stream()
            .collect(toMap(q -> q.table() + " " + q.side() + " " + q.reason(), QualityCount::rows));
  }

  private Dataset<Row> trusted(String table) {
    TableCount count = Objects.requireNonNull(counts.get(table));
    return new TrustedTables(spark, new StoreLayout(folder)).read(table, count.version());
  }

  @Test
  void everyCitationIsADeviation() {
    assertThat(counts).containsOnlyKeys("org_unit", "deviation");
    assertThat(counts.get("deviation"))
        .extracting(
            TableCount::delivered,
            TableCount::trusted,
            TableCount::quarantined,
            TableCount::duplicates,
            TableCount::rejected,
            TableCount::unmapped)
        .containsExactly(153_528L, 153_528L, 0L, 0L, 0L, 0L);
  }

  @Test
  void everyCitedHomeIsAUnitInItsState() {
    assertThat(trusted("org_unit").filter("level = 'UNIT'").count()).isEqualTo(6_534);
    assertThat(trusted("org_unit").filter("level = 'DIVISION'").count()).isEqualTo(40);
    assertThat(trusted("org_unit").filter("level = 'MUNICIPALITY'").count()).isEqualTo(1);
    assertThat(counts.get("org_unit"))
        .extracting(TableCount::delivered, TableCount::trusted)
        .containsExactly(6_575L, 6_575L);
  }

  @Test
  void leadingZerosAreKept() {
    assertThat(trusted("deviation").filter("org_unit_id LIKE '0%'").count()).isPositive();
    assertThat(trusted("deviation").filter("length(org_unit_id) <> 6").count()).isZero();
  }

  @Test
  void everyCitationHasTheCategoryOfItsTag() {
    assertThat(withTag("category = 'FALL'")).containsExactlyInAnyOrder("F-0689", "F-0323");
    assertThat(withTag("category = 'PRESSURE_ULCER'"))
        .containsExactlyInAnyOrder("F-0686", "F-0314");
    assertThat(withTag("subcategory = 'DOCUMENTATION'")).contains("F-0655");
    assertThat(trusted("deviation").filter("category = 'FALL'").count()).isEqualTo(7_723);
    assertThat(trusted("deviation").filter("category = 'OTHER'").count()).isEqualTo(3_893);
  }

  private List<String> withTag(String condition) {
    return trusted("deviation")
        .filter(condition)
        .selectExpr("right(deviation_id, 6)")
        .distinct()
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void theLetterTellsHowGraveACitationIs() {
    Map<String, Long> grave =
        trusted("deviation").groupBy("severity", "event_class").count().collectAsList().stream()
            .collect(toMap(r -> r.getLong(0) + " " + r.getString(1), r -> r.getLong(2)));
    assertThat(grave)
        .containsOnly(
            Map.entry("1 RISK", 3_606L),
            Map.entry("2 RISK", 140_044L),
            Map.entry("3 HARM", 5_259L),
            Map.entry("4 HARM", 4_619L));
  }

  @Test
  void homesThatShareTheirNameAreToldApart() {
    Dataset<Row> homes = trusted("org_unit").filter("level = 'UNIT'");
    assertThat(homes.select("name").distinct().count()).isEqualTo(6_534);
    assertThat(
            homes
                .groupBy(expr("regexp_replace(name, ' .[0-9A-Z]{6}.$', '')"))
                .count()
                .filter("count > 1")
                .count())
        .isEqualTo(28);
    assertThat(homes.filter("places IS NULL").count()).isZero();
  }

  /**
   * The root's figures as they are published. The other nodes' cells are computed too, but not put
   * together here.
   */
  @Test
  void theClosingTimesOfAllCitationsAreThePublishedHistogram() throws IOException, SQLException {
    Path mart = Files.createDirectory(folder.resolve("mart"));
    new MartBuilder(input(), mart).build();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute(
          "ATTACH '%s' AS mart (READ_ONLY)".formatted(mart.resolve(Layer.INTERNAL.fileName())));
      statement.execute(
          "SET VARIABLE citations = '%s'"
              .formatted(ReferenceData.require("realdata/cms/" + CITATIONS)));
      statement.execute("SET VARIABLE as_of = DATE '%s'".formatted(AS_OF));
      statement.execute(closingTimes());
      assertThat(texts(statement, "FROM histogram_difference")).isEmpty();
      assertThat(texts(statement, "FROM quartile_difference")).isEmpty();
      assertThat(texts(statement, "SELECT sum(closed + censored) FROM published_histogram"))
          .containsExactly("149960");
    }
  }

  private MartInput input() {
    DataPackage contract = DataPackage.load();
    for (TableSchema schema : contract.tables()) {
      Dataset<Row> rows =
          counts.containsKey(schema.name())
              ? trusted(schema.name())
              : new TrustedTables(spark, new StoreLayout(folder)).none(schema);
      rows.createOrReplaceTempView(schema.name());
    }
    List<TableShape> tables = shapes(contract);
    String a03 = Objects.requireNonNull(IndicatorFiles.texts().get("A03.yaml"));
    IndicatorCatalogue catalogue = IndicatorCatalogue.read(Map.of("A03.yaml", a03), tables);
    Horizon horizon = new Horizon(LocalDate.of(2017, 1, 1), LocalDate.of(2025, 12, 31), AS_OF);
    Organisation all = Organisation.of(trusted("org_unit"));
    Cells cells =
        new CellJob(spark, tables, folder.resolve("cells"), folder.resolve("kept"))
            .compute(catalogue.definitions(), all, horizon, null);
    Dataset<Row> root = trusted("org_unit").filter("level = 'MUNICIPALITY'");
    return new MartInput(
        cells,
        catalogue,
        Organisation.of(root),
        root,
        counts.keySet(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new DeliveryLog(List.of()),
        List.of(),
        List.of(),
        List.of(),
        false,
        null,
        null,
        horizon,
        new Protection(false, PrimaryRule.PROTECTED, PrimaryRule.PUBLIC));
  }

  private static List<TableShape> shapes(DataPackage contract) {
    return contract.tables().stream()
        .map(t -> new TableShape(t.name(), t.columns(), t.primaryKey(), Map.of()))
        .toList();
  }

  @Test
  void theFaultsAreTheOnesThatWereCounted() {
    assertThat(quality)
        .containsEntry("deviation FLAGGED CLOSED_BEFORE_REPORTED", 2_093L)
        .containsEntry("deviation FLAGGED CLOSED_WITHOUT_DATE", 136L)
        .containsEntry("deviation FLAGGED DATE_WITHOUT_CLOSED", 1_341L);
    assertThat(quality.keySet()).allMatch(k -> k.startsWith("deviation FLAGGED "));
    assertThat(trusted("deviation").filter("closed_at IS NULL").count()).isEqualTo(834);
    assertThat(
            trusted("deviation")
                .selectExpr("min(datediff(closed_at, CAST(reported_at AS DATE)))")
                .first()
                .getInt(0))
        .isEqualTo(-8_039);
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static String closingTimes() throws IOException {
    try (InputStream file = CmsMappingIT.class.getResourceAsStream("closing-times.sql")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
