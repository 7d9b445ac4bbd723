package se.helhetssyn.pipelines.mapping;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
import se.helhetssyn.pipelines.intake.IntakeJob;
import se.helhetssyn.pipelines.intake.QualityCount;
import se.helhetssyn.pipelines.spark.LocalSpark;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/** The real citations through the example mapping, against counts made by an independent read. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CmsMappingIT {
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
    MappedTables tables = MappedTables.in(delivery, MappingReader.read(mapping(), contract));
    IntakeJob job = new IntakeJob(spark, new StoreLayout(folder), "r1", LocalDate.of(2026, 6, 30));
    job.take(contract.tables().stream().flatMap(t -> tables.table(t, spark).stream()).toList())
        .forEach(count -> counts.put(count.table(), count));
    quality =
        job.quality().stream()
            .collect(toMap(q -> q.table() + " " + q.side() + " " + q.reason(), QualityCount::rows));
  }

  private static Path mapping() throws IOException {
    try (InputStream yaml =
        Objects.requireNonNull(
            DataPackage.class.getResourceAsStream("/se/helhetssyn/datasets/mappings/cms.yaml"))) {
      return Files.write(folder.resolve("cms.yaml"), yaml.readAllBytes());
    }
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
            TableCount::dropped,
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
    assertThat(trusted("deviation").filter("deviation_id LIKE '%|F-0689'").count())
        .isEqualTo(trusted("deviation").filter("category = 'FALL'").count())
        .isPositive();
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
}
