package se.helhetssyn.pipelines.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.quality.Treatment;
import se.helhetssyn.pipelines.intake.CheckedRows;
import se.helhetssyn.pipelines.intake.Finding;
import se.helhetssyn.pipelines.spark.LocalSpark;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/** Marks over tables that Spark and Delta Lake have written. */
@ExtendWith(LocalSpark.class)
class QualityMarksIT {
  private static final LocalDate LATEST = LocalDate.of(2026, 10, 31);

  @TempDir static Path folder;
  private static StoreLayout store;
  private static final Map<String, Long> VERSIONS = new HashMap<>();
  private static long emptied;

  @BeforeAll
  static void write(SparkSession spark) {
    store = new StoreLayout(folder.resolve("ett lager, å och 'så'"));
    TrustedTables trusted = new TrustedTables(spark, store);
    write(spark, trusted, "org_unit", "('E1')", "org_unit_id");
    write(
        spark,
        trusted,
        "conference",
        """
        ('K1', 'E1', 'HELD', TIMESTAMP '2026-10-31 23:30:00', 'X1'),
        ('K2', 'E1', 'HELD', TIMESTAMP '2026-11-01 00:30:00', 'X1'),
        ('K3', 'E404', 'PLANNED', TIMESTAMP '2026-10-31 23:30:00', 'plans.csv')\
        """,
        "conference_id",
        "org_unit_id",
        "status",
        "planned_start",
        "extract_id");
    emptied =
        trusted
            .replace(
                "conference", spark.table("conference_rows").filter("conference_id = 'nobody'"))
            .version();
  }

  /** Writes rows of some columns; the others are absent. */
  private static void write(
      SparkSession spark, TrustedTables trusted, String table, String rows, String... columns) {
    List<String> select = new ArrayList<>();
    List<String> given = List.of(columns);
    for (FieldSchema field : SmallTables.CONTRACT.require(table).fields()) {
      String value = given.contains(field.name()) ? field.name() : "NULL";
      select.add(
          "CAST(%s AS %s) AS %s"
              .formatted(value, TrustedTables.sqlType(field.type()), field.name()));
    }
    select.add(given.contains("extract_id") ? "extract_id" : "'X' AS extract_id");
    spark
        .sql("SELECT * FROM VALUES %s AS (%s)".formatted(rows, String.join(", ", columns)))
        .selectExpr(select.toArray(String[]::new))
        .createOrReplaceTempView(table + "_rows");
    VERSIONS.put(table, trusted.replace(table, spark.table(table + "_rows")).version());
  }

  private static MarkInput input(Map<String, Long> versions) {
    return new MarkInput(
        store,
        versions,
        List.of(),
        LATEST,
        Map.of("X1", "conference.csv"),
        folder.resolve("scratch"));
  }

  private static Marks find(Map<String, Long> versions) {
    return QualityMarks.find(input(versions), SmallTables.CONTRACT, file());
  }

  private static Path file() {
    return folder.resolve("marks.parquet");
  }

  @Test
  void marksAreCountedByFileAndKnownUnit() {
    Marks marks = find(VERSIONS);
    assertThat(marks.findings())
        .containsExactly(
            finding("DQ11", "HELD_IN_THE_FUTURE", "conference.csv", "E1"),
            finding("DQ11", "PLANNED_IN_THE_PAST", "plans.csv", ""),
            finding("DQ41", "POSSIBLE_SAME_CONFERENCE", "conference.csv", "E1"));
    assertThat(marks.checked())
        .containsExactly(
            new CheckedRows("DQ11", "conference", 3, false),
            new CheckedRows("DQ41", "conference", 3, false),
            new CheckedRows("CT07", "org_unit", 0, false),
            new CheckedRows("CT07", "conference", 0, false));
  }

  private static Finding finding(String rule, String code, String file, String unit) {
    return new Finding(rule, code, "conference", file, unit, Treatment.FLAGGED, 1);
  }

  @Test
  void everyMarkIsWrittenWithItsKey() throws SQLException {
    find(VERSIONS);
    assertThat(marksIn(file()))
        .containsExactly(
            "DQ11 conference K2 E1 X1 HELD_IN_THE_FUTURE",
            "DQ11 conference K3 E404 plans.csv PLANNED_IN_THE_PAST",
            "DQ41 conference K1+K2 E1 X1 POSSIBLE_SAME_CONFERENCE");
  }

  private static List<String> marksIn(Path parquet) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT concat_ws(' ', *COLUMNS(*)) FROM '" + parquet + "'")) {
      List<String> marks = new ArrayList<>();
      while (rows.next()) {
        marks.add(rows.getString(1));
      }
      return marks;
    }
  }

  @Test
  void aTableIsReadAtItsVersion() {
    Map<String, Long> later = new HashMap<>(VERSIONS);
    later.put("conference", emptied);
    Marks marks = find(later);
    assertThat(marks.findings()).isEmpty();
    assertThat(marks.checked()).contains(new CheckedRows("DQ11", "conference", 0, false));
  }

  @Test
  void aRuleIsNotHeldWithoutItsTables() {
    Marks marks = find(Map.of("org_unit", VERSIONS.get("org_unit")));
    assertThat(marks.findings()).isEmpty();
    assertThat(marks.checked()).containsExactly(new CheckedRows("CT07", "org_unit", 0, false));
  }

  @Test
  void aBrokenRuleDoesNotStopTheOthers() {
    List<MarkRule> rules =
        List.of(
            new MarkRule("DQ36", "conference", Set.of(), "SELECT no_such_column FROM conference"),
            MarkRule.of("DQ11", "conference"));
    Marks marks = new QualityMarks(input(VERSIONS), SmallTables.CONTRACT, rules).find(file());
    assertThat(marks.checked())
        .containsExactly(
            new CheckedRows("DQ36", "conference", 0, true),
            new CheckedRows("DQ11", "conference", 3, false));
    assertThat(marks.findings()).hasSize(2);
  }

  @Test
  void aFileThatCannotBeWrittenIsAnError() {
    Path nowhere = folder.resolve("no such folder").resolve("marks.parquet");
    assertThatIllegalStateException()
        .isThrownBy(() -> QualityMarks.find(input(VERSIONS), SmallTables.CONTRACT, nowhere));
    assertThat(Files.exists(nowhere)).isFalse();
  }
}
