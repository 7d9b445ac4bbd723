package se.helhetssyn.pipelines.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Manifest.TableCount;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.delivery.Deliveries;
import se.helhetssyn.pipelines.spark.LocalSpark;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/** One delivery with everything that can be wrong with a file, taken in once. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IntakeJobTest {
  private final SparkSession spark;
  private final DataPackage contract = DataPackage.load();
  private final List<TableCount> counts = new ArrayList<>();
  private final List<QualityCount> quality = new ArrayList<>();

  @TempDir private static Path folder;

  IntakeJobTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  void takeIn() throws IOException {
    deliver(
        "org_unit.csv",
        """
        \uFEFForg_unit_id,unit_code,name,level,parent_id,unit_type,provider_form,valid_from
        K,K,Kommunen,MUNICIPALITY,,,OWN,2020-01-01
        U,U,"Aspen, ""norra""
        huset",UNIT,K,HOME_CARE,OWN,2020-01-01
        """);
    deliver(
        "person.csv",
        """
        person_key,protected_identity,test_person,birth_year
        open,NO,,1940
        hidden,YES,,1941
        tester,NO,YES,1942
        unsure,PERHAPS,,1943
        changed,NO,,1944
        changed,YES,,1944
        typo,NO,,19445x
        """);
    deliver(
        "plan.csv",
        """
        plan_id,person_key,org_unit_id,plan_type,law,created_at,valid_from,status
        p-open,open,U,HEALTH_PLAN,HSL,2025-01-01,2025-01-01,ACTIVE
        p-hidden,hidden,U,HEALTH_PLAN,HSL,2025-01-01,2025-01-01,ACTIVE
        p-unsure,unsure,U,HEALTH_PLAN,HSL,2025-01-01,2025-01-01,ACTIVE
        p-changed,changed,U,HEALTH_PLAN,HSL,2025-01-01,2025-01-01,ACTIVE
        p-typo,typo,NOWHERE,HEALTH_PLAN,HSL,2025-01-01,2025-01-01,ACTIVE
        """);
    deliver(
        "plan_revision.csv",
        """
        revision_id,plan_id,revised_at,revision_kind
        r-open,p-open,2025-02-01,REVISED
        r-open,p-open,2025-02-01,REVISED
        r-hidden,p-hidden,2025-02-01,REVISED
        r-unsure,p-unsure,2025-02-01,REVISED
        r-late,p-open,2027-02-01,REVISED
        """);
    deliver(
        "deviation.csv", "deviation_id,law,category,reported_at,status,lex_track,external_party\n");
    deliver(
        "conference.csv",
        """
        conference_id,planned_start,status,org_unit_id
        c1,2025-10-01T10:00,HELD,U
        c2,2025-10-01T10:00,HELD
        c3,2025-10-01T10:00,HELD,U,more
        c5,2025-10-01T10:00,HELD,U
        c4,2025-10-01T10:00,"HELD
        """);
    deliver(
        "conference.norr.csv", "status,conference_id,planned_start\nHELD,c9,2025-10-01T10:00\n");
    deliver(
        "enrolment.csv",
        """
        enrolment_id,person_key,enrolment_type,law,start_date,org_unit_id
        e1,open,HOME_CARE,SOL,2025-01-01,
        e2,tester,HOME_CARE,SOL,2025-01-01,U
        e3,nobody,HOME_CARE,SOL,2025-01-01,U
        """);
    CanonicalTables tables =
        CanonicalTables.of(Deliveries.canonical(folder.resolve("uttag")), contract);
    IntakeJob job =
        new IntakeJob(spark, new StoreLayout(folder.resolve("lager")), "r1", SampleTable.LATEST);
    counts.addAll(
        job.take(
            contract.tables().stream().flatMap(t -> tables.table(t, spark).stream()).toList()));
    quality.addAll(QualityCount.of(job));
  }

  private static void deliver(String file, String text) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("uttag")).resolve(file), text);
  }

  private TableCount count(String table) {
    return counts.stream().filter(c -> c.table().equals(table)).findFirst().orElseThrow();
  }

  private List<@Nullable String> trusted(String table, String column) {
    return new TrustedTables(spark, new StoreLayout(folder.resolve("lager")))
        .read(table, count(table).version()).select(column).collectAsList().stream()
            .<@Nullable String>map(r -> r.isNullAt(0) ? null : r.getString(0))
            .toList();
  }

  @Test
  void everyDeliveredRowIsAccountedFor() {
    assertThat(counts).allMatch(TableCount::conserved);
    assertThat(counts)
        .extracting(TableCount::table)
        .containsExactly(
            "org_unit", "person", "enrolment", "conference", "plan", "plan_revision", "deviation");
  }

  @Test
  void aQuotedValueKeepsItsCommasQuotesAndLines() {
    assertThat(trusted("org_unit", "name"))
        .containsExactlyInAnyOrder("Kommunen", "Aspen, \"norra\"\nhuset");
  }

  @Test
  void noRowOfAProtectedOrTestPersonIsKeptAnywhere() throws IOException {
    assertThat(trusted("person", "person_key")).containsExactly("open");
    assertThat(count("person"))
        .extracting(TableCount::delivered, TableCount::quarantined, TableCount::rejected)
        .containsExactly(7L, 1L, 5L);
    assertThat(trusted("plan", "plan_id")).containsExactlyInAnyOrder("p-open", "p-typo");
    assertThat(count("plan").rejected()).isEqualTo(3);
    assertThat(trusted("enrolment", "enrolment_id")).containsExactlyInAnyOrder("e1", "e3");
    assertThat(quarantine("plan").isDirectory()).isFalse();
  }

  @Test
  void whatPointsToADroppedRowIsDroppedToo() {
    assertThat(trusted("plan_revision", "revision_id")).containsExactly("r-open");
    assertThat(count("plan_revision"))
        .extracting(TableCount::duplicates, TableCount::rejected, TableCount::quarantined)
        .containsExactly(1L, 3L, 0L);
  }

  @Test
  void aRowWithTooManyOrTooFewColumnsOrAnOpenQuoteIsKeptAside() {
    assertThat(trusted("conference", "conference_id")).containsExactlyInAnyOrder("c1", "c5", "c9");
    assertThat(count("conference").delivered()).isEqualTo(6);
    assertThat(reason("conference", "COLUMNS_MISALIGNED")).isEqualTo(3);
  }

  private long reason(String table, String reason) {
    return quality.stream()
        .filter(q -> q.table().equals(table) && q.reason().equals(reason))
        .mapToLong(QualityCount::rows)
        .sum();
  }

  @Test
  void aRowOfAnUnknownUnitIsKeptAndMarked() {
    assertThat(count("plan").unmapped()).isEqualTo(1);
    assertThat(count("enrolment").unmapped()).isEqualTo(1);
    assertThat(reason("plan", "UNIT_UNKNOWN")).isEqualTo(1);
  }

  @Test
  void aTableWithoutRowsIsDelivered() {
    assertThat(count("deviation"))
        .extracting(TableCount::delivered, TableCount::trusted)
        .containsExactly(0L, 0L);
  }

  @Test
  void rejectedRowsAreKeptWithReasonsAndFile() {
    List<Row> rows =
        spark
            .read()
            .parquet(quarantine("plan_revision").toURI().toString())
            .select("revision_id", "source_file", "reasons")
            .collectAsList();
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().getString(0)).isEqualTo("r-late");
    assertThat(rows.getFirst().getString(1)).isEqualTo("plan_revision.csv");
    assertThat(rows.getFirst().<String>getList(2)).containsExactly("FUTURE:revised_at");
  }

  private static java.io.File quarantine(String table) {
    return new StoreLayout(folder.resolve("lager")).quarantine("r1").resolve(table).toFile();
  }
}
