package se.helhetssyn.pipelines.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.helhetssyn.analytics.mart.Manifest.TableCount;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.quality.Treatment;
import se.helhetssyn.pipelines.spark.LocalSpark;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/** One delivery with a manifest and every fault of rows and values, taken in once. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IntakeRulesTest {
  private final SparkSession spark;
  private final DataPackage contract = DataPackage.load();
  private final FaultyTables delivery = FaultyTables.all();
  private final Map<String, TableCount> counts = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<CheckedRows> checked = new ArrayList<>();
  private final List<FileAccount> accounts = new ArrayList<>();

  @TempDir private static Path folder;

  IntakeRulesTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  void takeIn() {
    IntakeJob job =
        new IntakeJob(spark, new StoreLayout(folder), "r1", delivery.terms(), Standing.NONE);
    List<RawTable> raw = delivery.raw(spark, contract);
    job.take(raw).forEach(c -> counts.put(c.table(), c));
    findings.addAll(job.findings());
    checked.addAll(job.checked());
    accounts.addAll(job.accounts());
  }

  private List<Row> trusted(String table) {
    TableCount count = counts.get(table);
    return count == null
        ? List.of()
        : new TrustedTables(spark, new StoreLayout(folder))
            .read(table, count.version())
            .collectAsList();
  }

  private Row trusted(String table, String key) {
    return trusted(table).stream()
        .filter(r -> r.getString(0).equals(key))
        .findFirst()
        .orElseThrow();
  }

  private List<String> keys(String table) {
    return trusted(table).stream().map(r -> r.getString(0)).toList();
  }

  private long found(String rule, String table) {
    return findings.stream()
        .filter(f -> f.rule().equals(rule) && f.table().equals(table))
        .mapToLong(Finding::rows)
        .sum();
  }

  private long held(String rule, String table) {
    return checked.stream()
        .filter(c -> c.rule().equals(rule) && c.table().equals(table))
        .mapToLong(CheckedRows::rows)
        .sum();
  }

  @ParameterizedTest
  @CsvSource({
    "DQ01, deviation, 1, 12",
    "DQ02, deviation, 1, 11",
    "DQ03, deviation, 1, 11",
    "DQ03, conference, 2, 8",
    "DQ04, risk_assessment, 1, 2",
    "DQ05, deviation, 1, 3",
    "DQ06, deviation, 2, 4",
    "DQ07, risk_assessment, 1, 6",
    "DQ08, enrolment, 1, 11",
    "DQ13, enrolment, 1, 11",
    "DQ14, enrolment, 2, 2",
    "DQ16, enrolment, 1, 10",
    "DQ18, enrolment, 1, 11",
    "DQ20, conference, 1, 9",
    "DQ21, enrolment, 1, 1",
    "DQ22, risk_assessment, 1, 4",
    "DQ23, risk_assessment, 2, 3",
    "DQ24, risk_assessment, 1, 6",
    "DQ25, deviation, 2, 3",
    "DQ26, preventive_action, 1, 1",
    "DQ27, preventive_action, 2, 4",
    "DQ29, conference, 2, 8",
    "DQ29, deviation, 1, 11",
    "DQ29, preventive_action, 1, 4",
    "DQ30, person, 2, 7",
    "DQ30, enrolment, 1, 11",
    "DQ30, risk_assessment, 1, 6",
    "DQ31, person, 1, 7",
    "TEST_PERSON, person, 1, 7",
    "DQ32, deviation, 1, 11",
    "DQ33, conference, 1, 8",
    "DQ39, deviation, 1, 11",
    "DQ42, quality_register_entry, 1, 2",
    "DQ04, quality_register_entry, 2, 3",
    "CT03, conference, 1, 8",
    "CT05, preventive_action, 1, 3",
    "CT06, enrolment, 1, 11",
    "CT08, deviation, 2, 11",
  })
  void everyBrokenRuleIsCountedAgainstTheRowsItIsAbout(
      String rule, String table, long rows, long heldAgainst) {
    assertThat(found(rule, table)).isEqualTo(rows);
    assertThat(held(rule, table)).isEqualTo(heldAgainst);
  }

  @Test
  void everyFileIsAccountedFor() {
    assertThat(accounts).hasSize(delivery.terms().files().size()).allMatch(FileAccount::balances);
    assertThat(counts.values()).allMatch(TableCount::conserved);
    assertThat(accounts)
        .filteredOn(a -> a.file().equals("deviation.csv"))
        .containsExactly(
            new FileAccount(
                "deviation", "deviation.csv", "x-deviation.csv", "källan", 11, 4, 4, 2, 1));
  }

  @Test
  void theNewestVersionOfARowIsKept() {
    Row kept = trusted("deviation", "d7");
    assertThat(kept.<String>getAs("status")).isEqualTo("CLOSED");
    assertThat(kept.<String>getAs("flags")).isEqualTo("DQ02,DQ03");
    assertThat(kept.<String>getAs("extract_id")).isEqualTo("x-deviation.later.csv");
    assertThat(kept.<String>getAs("source_system")).isEqualTo("källan");
    assertThat(kept.<String>getAs("source_row_id")).isEqualTo("1");
    assertThat(keys("deviation")).doesNotContain("d8");
  }

  @Test
  void aFullLoadReplacesItsSubtreeAndDaysAndNoMore() {
    assertThat(keys("conference")).contains("c1", "c3", "c4").doesNotContain("c2");
    assertThat(trusted("conference", "c1").<String>getAs("extract_id"))
        .isEqualTo("x-conference.again.csv");
  }

  @Test
  void ofCopiesOneIsKeptAndTold() {
    assertThat(keys("deviation")).containsOnlyOnce("d6");
    assertThat(trusted("deviation", "d6").<String>getAs("flags")).isEqualTo("DQ32,DQ01");
  }

  @Test
  void aPersonWithTwoKeysIsOne() {
    assertThat(keys("person")).containsExactlyInAnyOrder("p1", "p2", "p9", "dead");
    assertThat(trusted("enrolment", "e5").<String>getAs("person_key")).isEqualTo("p2");
    assertThat(trusted("risk_assessment", "a5").<String>getAs("person_key")).isEqualTo("p2");
  }

  @ParameterizedTest
  @CsvSource({
    "e1, 2025-03-01, OTHER_UNIT, 'DQ21,DQ13'",
    "e2, 2025-02-10, OTHER,",
    "e3, , ,",
    "e4, , , DQ08",
    "e5, 2025-02-01, OTHER, DQ30",
    "e7, 2025-06-01, DECEASED, DQ14",
    "e9, , , 'UNIT_UNKNOWN,DQ18'",
    "e10, , , UNIT_UNKNOWN",
  })
  void aStayEndsWhereOtherRowsSaySo(
      String key, @Nullable String end, @Nullable String reason, @Nullable String flags) {
    Row stay = trusted("enrolment", key);
    assertThat(
            stay.isNullAt(stay.fieldIndex("end_date")) ? null : stay.getAs("end_date").toString())
        .isEqualTo(end);
    assertThat(stay.<@Nullable String>getAs("end_reason")).isEqualTo(reason);
    assertThat(stay.<@Nullable String>getAs("flags")).isEqualTo(flags);
  }

  @Test
  void anOpenStayThatBeginsAfterDeathIsSetAside() {
    assertThat(keys("enrolment")).doesNotContain("e8");
    assertThat(findings)
        .filteredOn(f -> f.code().equals("RULE:END_BEFORE_START"))
        .containsExactly(
            new Finding(
                "CT06",
                "RULE:END_BEFORE_START",
                "enrolment",
                "enrolment.csv",
                "U1",
                Treatment.QUARANTINED,
                1));
  }

  @Test
  void aStatedRiskThatContradictsTheScoreGivesWayUnlessSomeoneJudged() {
    assertThat(trusted("risk_assessment", "a1").<String>getAs("instrument_risk")).isEqualTo("YES");
    assertThat(trusted("risk_assessment", "a2").<String>getAs("instrument_risk")).isEqualTo("YES");
    assertThat(trusted("risk_assessment", "a3").<String>getAs("instrument_risk")).isEqualTo("NO");
    assertThat(trusted("risk_assessment", "a3").<String>getAs("instrument")).isEqualTo("RBT");
  }

  @Test
  void aValueThatCannotBeIsLeftOut() {
    assertThat(trusted("deviation", "d2").isNullAt(riskCategory())).isTrue();
    assertThat(trusted("deviation", "d3").isNullAt(riskCategory())).isTrue();
    assertThat(trusted("deviation", "d1").getLong(riskCategory())).isEqualTo(6);
    assertThat(trusted("conference", "c5").<@Nullable String>getAs("cancel_reason")).isNull();
    assertThat(trusted("conference", "c4").getAs("booked_at").toString()).isEqualTo("2025-05-01");
  }

  private int riskCategory() {
    return contract.require("deviation").columns().indexOf("risk_category");
  }

  @Test
  void textOfARequiredCodeIsKeptNowhere() {
    List<Row> aside =
        spark
            .read()
            .parquet(new StoreLayout(folder).quarantine("r1").resolve("deviation").toString())
            .select("deviation_id", "category", "reasons", "source_row")
            .collectAsList();
    assertThat(aside).hasSize(4).allMatch(r -> r.isNullAt(1) || r.getString(1).equals("FALL"));
    assertThat(aside)
        .filteredOn(r -> r.getString(0).equals("d5"))
        .allMatch(r -> r.getList(2).equals(List.of("DQ29:category")) && r.getLong(3) == 5);
  }

  @Test
  void aFindingNamesTheUnitThatTheRowNames() {
    assertThat(findings)
        .filteredOn(f -> f.rule().equals("DQ16"))
        .allMatch(f -> f.unit().isEmpty() && f.treatment() == Treatment.FLAGGED);
    assertThat(findings)
        .filteredOn(f -> f.rule().equals("DQ05"))
        .allMatch(f -> f.unit().equals("U1") && f.code().equals("CLOSED_BEFORE_REPORTED"));
  }
}
