package se.helhetssyn.pipelines.mapping;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Manifest.TableCount;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.reference.ReferenceData;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.delivery.Deliveries;
import se.helhetssyn.pipelines.intake.IntakeJob;
import se.helhetssyn.pipelines.intake.QualityCount;
import se.helhetssyn.pipelines.intake.RawTable;
import se.helhetssyn.pipelines.spark.LocalSpark;

/** One state's citations in an earlier and a later delivery, each in its own layout. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CmsDeliveriesIT {
  private final SparkSession spark;
  private final DataPackage contract = DataPackage.load();
  private Map<String, Row> earlier = Map.of();
  private Map<String, Row> later = Map.of();
  private final Map<String, TableCount> counts = new HashMap<>();
  private Map<String, Long> quality = Map.of();

  @TempDir private static Path folder;

  CmsDeliveriesIT(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  void map() throws IOException {
    MappedTables second = tables(CmsMappings.HEALTH_DEFICIENCIES);
    earlier = citations(tables(CmsMappings.CITATIONS));
    later = citations(second);
    IntakeJob job = new IntakeJob(spark, new StoreLayout(folder), "r1", LocalDate.of(2026, 6, 30));
    List<RawTable> raw =
        contract.tables().stream().flatMap(t -> second.table(t, spark).stream()).toList();
    job.take(raw).forEach(count -> counts.put(count.table(), count));
    quality =
        QualityCount.of(job).stream()
            .collect(toMap(q -> q.table() + " " + q.reason(), QualityCount::rows));
  }

  private static MappedTables tables(String name) throws IOException {
    MappingDefinition mapping = CmsMappings.read(name, folder);
    return MappedTables.of(
        Deliveries.mapped(ReferenceData.require("realdata/cms"), mapping), mapping);
  }

  private Dataset<Row> table(MappedTables tables, String name) {
    return tables.table(contract.require(name), spark).orElseThrow().rows();
  }

  /** The state's citations by their identity. */
  private Map<String, Row> citations(MappedTables tables) {
    Dataset<Row> homes = table(tables, "org_unit").filter("parent_id = 'RI'").select("org_unit_id");
    return table(tables, "deviation")
        .join(homes, "org_unit_id")
        .select(
            "deviation_id",
            "org_unit_id",
            "category",
            "severity",
            "reported_at",
            "status",
            "closed_at",
            RawTable.COMPARED)
        .collectAsList()
        .stream()
        .collect(toMap(r -> r.getString(0), r -> r));
  }

  @Test
  void theFilesThemselvesShareTheirIdentities() throws SQLException {
    String shared =
        """
        WITH earlier AS (
          SELECT ccn || '|' || survey_date || '|' || ftag AS id
          FROM read_csv('%s/cms_citations_*.csv', all_varchar = TRUE) WHERE state = 'RI'),
        later AS (
          SELECT concat(
            cms_certification_number_ccn, '|', survey_date, '|F-', deficiency_tag_number) AS id
          FROM read_csv('%1$s/cms_health_deficiencies_RI_*.csv', all_varchar = TRUE))
        SELECT count(e.id) FILTER (l.id IS NOT NULL), count(*) FILTER (e.id IS NULL),
               count(*) FILTER (l.id IS NULL)
        FROM earlier AS e FULL JOIN later AS l USING (id)
        """
            .formatted(ReferenceData.require("realdata/cms"));
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet counts = statement.executeQuery(shared)) {
      assertThat(counts.next()).isTrue();
      assertThat(List.of(counts.getLong(1), counts.getLong(2), counts.getLong(3)))
          .containsExactly(1_774L, 278L, 298L);
    }
  }

  @Test
  void theMappedTablesShareThemToo() {
    assertThat(later).hasSize(2_052);
    assertThat(inBoth()).hasSize(1_774);
    assertThat(without(later.keySet(), earlier.keySet())).hasSize(278);
    assertThat(without(earlier.keySet(), later.keySet())).hasSize(298);
  }

  private Set<String> inBoth() {
    Set<String> both = new HashSet<>(earlier.keySet());
    both.retainAll(later.keySet());
    return both;
  }

  private static Set<String> without(Set<String> ids, Set<String> others) {
    Set<String> left = new HashSet<>(ids);
    left.removeAll(others);
    return left;
  }

  /** Of five letters that were changed, two tell of another spread and not of another severity. */
  @Test
  void whatWasChangedAfterwardsIsTheOnlyDifference() {
    assertThat(changed("org_unit_id")).isZero();
    assertThat(changed("category")).isZero();
    assertThat(changed("reported_at")).isZero();
    assertThat(changed("severity")).isEqualTo(3);
    assertThat(changed("closed_at")).isEqualTo(6);
    assertThat(changed("status")).isEqualTo(8);
  }

  /** Five letters, six days and twenty-one complaints: what both layouts tell in the same way. */
  @Test
  void whatBothLayoutsTellAlikeWasChangedInThirtyTwoCitations() {
    assertThat(changed(RawTable.COMPARED)).isEqualTo(32);
  }

  private long changed(String column) {
    return inBoth().stream()
        .filter(id -> !Objects.equals(value(earlier, id, column), value(later, id, column)))
        .count();
  }

  private static String value(Map<String, Row> rows, String id, String column) {
    return String.valueOf(Objects.requireNonNull(rows.get(id)).<Object>getAs(column));
  }

  @Test
  void everyCitationOfTheLaterDeliveryIsTrusted() {
    assertThat(counts.get("deviation"))
        .extracting(TableCount::delivered, TableCount::trusted, TableCount::unmapped)
        .containsExactly(2_052L, 2_052L, 0L);
    assertThat(counts.get("org_unit"))
        .extracting(TableCount::delivered, TableCount::trusted)
        .containsExactly(74L, 74L);
    assertThat(quality)
        .containsOnly(
            Map.entry("deviation CLOSED_BEFORE_REPORTED", 16L),
            Map.entry("deviation CLOSED_WITHOUT_DATE", 2L),
            Map.entry("deviation DATE_WITHOUT_CLOSED", 8L));
  }
}
