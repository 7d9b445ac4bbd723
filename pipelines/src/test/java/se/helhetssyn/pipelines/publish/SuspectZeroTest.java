package se.helhetssyn.pipelines.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.DeliverySchema;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.MartTable;
import se.helhetssyn.analytics.mart.NumbersWithoutValue;

/** Figures of a unit that suddenly has no rows in a month. */
final class SuspectZeroTest {
  /** A series of deviations and one of conferences, both counts, at a unit and its division. */
  private static final String MUNICIPALITY =
      """
      INSERT INTO run VALUES ('2026-10-31', '2026-10-31');
      INSERT INTO period VALUES
        ('MONTH', '2026-07-01', '2026-07-31', FALSE),
        ('MONTH', '2026-08-01', '2026-08-31', FALSE),
        ('QUARTER', '2026-07-01', '2026-09-30', FALSE);
      INSERT INTO node VALUES
        ('THEN', 'UNIT', 'E1', '2020-01-01', '9999-12-31'),
        ('THEN', 'DIVISION', 'D', '2020-01-01', '9999-12-31');
      INSERT INTO kinship VALUES
        ('THEN', 'E1', 'E1'), ('THEN', 'E1', 'D'), ('THEN', 'D', 'E1'), ('THEN', 'D', 'D');
      INSERT INTO indicator_table VALUES
        ('A01', 'deviation'), ('A01', 'person'), ('C01', 'conference');
      INSERT INTO told_kind
      SELECT id, kind FROM (VALUES ('A01'), ('C01')) AS i(id), (VALUES ('MONTH'), ('QUARTER')) AS k(kind);
      INSERT INTO told_level
      SELECT id, level FROM (VALUES ('A01'), ('C01')) AS i(id), (VALUES ('UNIT'), ('DIVISION')) AS l(level);
      INSERT INTO series
      SELECT no, 1, id, 1, 0, 'COUNT', 'AS_WAS', 0, 'ALL', 'ALL', 'COUNT', 0, 'EVENTS', FALSE,
             FALSE, FALSE, FALSE, FALSE, FALSE, FALSE, 45
      FROM (VALUES (0, 'A01'), (1, 'C01')) AS _(no, id)
      """;

  @TempDir private Path folder;
  private String given = "";
  private String cells = "SELECT 1";

  @BeforeEach
  void open() {
    given = MUNICIPALITY;
    cells = "SELECT 1";
  }

  private void given(String sql) {
    given += ";\n" + sql;
  }

  /** The figures of an indicator, as {@code place kind start: state reason number}. */
  private List<String> figures(String indicator) throws SQLException {
    Path file = folder.resolve("layer.duckdb");
    try (Workbench bench = Workbench.open(folder.resolve("bench.duckdb"))) {
      bench.run("tables.sql");
      bench.execute(DeliverySchema.DELIVERY_GAP.createStatement());
      bench.execute(given);
      bench.run("undelivered.sql");
      bench.run(
          "places.sql",
          Map.of("touched", "(SELECT 0 AS attribution, 0 AS node, 0 AS period WHERE FALSE)"));
      bench.execute(cells);
      bench.run("figures.sql");
      bench.execute("ATTACH %s AS layer".formatted(Workbench.literal(file)));
      for (MartTable table : MartSchema.tables(Layer.INTERNAL)) {
        bench.execute(table.createStatement().replace("CREATE TABLE ", "CREATE TABLE layer."));
      }
      bench.run(
          "layer.sql",
          Map.of(
              "layer", "layer",
              "rule", "FALSE",
              "few_unknown", "FALSE",
              "lower", "NULL",
              "upper", "NULL",
              "rate_lower", "NULL",
              "rate_upper", "NULL"));
      assertThat(bench.count(NumbersWithoutValue.countQuery("layer"))).isZero();
    }
    return rows(
        file,
        """
        SELECT format('{} {} {}: {}', org_unit_id, period_kind, period_start,
          concat_ws(' ', state, reason, CAST(value AS INTEGER)))
        FROM indicator_value
        WHERE indicator_id = '%s'
        ORDER BY org_unit_id DESC, period_kind, period_start
        """
            .formatted(indicator));
  }

  private static List<String> rows(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  @Test
  void onlyTheUnitsMonthIsMissing() throws SQLException {
    given("INSERT INTO silent_month VALUES ('deviation', 'E1', '2026-08-01')");
    cell("UNIT", "E1", "MONTH", "2026-07-01", 6);
    cell("UNIT", "E1", "QUARTER", "2026-07-01", 6);
    cell("DIVISION", "D", "QUARTER", "2026-07-01", 6);
    assertThat(figures("A01"))
        .containsExactly(
            "E1 MONTH 2026-07-01: VALUE 6",
            "E1 MONTH 2026-08-01: MISSING SUSPECT_ZERO",
            "E1 QUARTER 2026-07-01: VALUE 6",
            "D MONTH 2026-07-01: VALUE 0",
            "D MONTH 2026-08-01: VALUE 0",
            "D QUARTER 2026-07-01: VALUE 6");
  }

  private void cell(String level, String node, String kind, String start, int rows) {
    cells +=
        """
        ;
        INSERT INTO cell
        SELECT 0, place_no, %d, 0, 0, 0, 0, 0, 0, 0, 0, 0
        FROM place
        WHERE org_level = '%s' AND org_unit_id = '%s' AND period_kind = '%s' AND period_start = '%s'
        """
            .formatted(rows, level, node, kind, start);
  }

  @Test
  void anIndicatorThatDoesNotNeedTheTableKeepsItsZero() throws SQLException {
    given("INSERT INTO silent_month VALUES ('deviation', 'E1', '2026-08-01')");
    assertThat(figures("C01")).contains("E1 MONTH 2026-08-01: VALUE 0").hasSize(6);
  }

  @Test
  void aNumberInTheSilentMonthIsNotShownEither() throws SQLException {
    given("INSERT INTO silent_month VALUES ('deviation', 'E1', '2026-08-01')");
    cell("UNIT", "E1", "MONTH", "2026-08-01", 3);
    assertThat(figures("A01")).contains("E1 MONTH 2026-08-01: MISSING SUSPECT_ZERO");
  }

  @Test
  void twoSilentTablesMakeOneFigureMissingOnce() throws SQLException {
    given(
        "INSERT INTO silent_month VALUES ('deviation', 'E1', '2026-08-01'), ('person', 'E1', '2026-08-01')");
    assertThat(figures("A01")).contains("E1 MONTH 2026-08-01: MISSING SUSPECT_ZERO").hasSize(6);
  }

  @Test
  void rowsOfANodeAboveTheUnitsSilenceNobodyBelowOrAbove() throws SQLException {
    given("INSERT INTO silent_month VALUES ('deviation', 'D', '2026-08-01')");
    assertThat(figures("A01")).noneMatch(figure -> figure.contains("MISSING"));
  }

  @Test
  void whatDidNotComeIsToldAsNotDelivered() throws SQLException {
    given("INSERT INTO silent_month VALUES ('deviation', 'E1', '2026-08-01')");
    given("INSERT INTO coverage VALUES ('deviation', 'E1', '2026-07-01', '2026-07-31')");
    assertThat(figures("A01"))
        .contains("E1 MONTH 2026-08-01: MISSING UNIT_NOT_DELIVERED")
        .contains("E1 MONTH 2026-07-01: VALUE 0");
  }

  @Test
  void aMonthThatIsNotMatureIsSuspectAllTheSame() throws SQLException {
    given("INSERT INTO silent_month VALUES ('deviation', 'E1', '2026-08-01')");
    given("UPDATE series SET maturity_days = 120");
    assertThat(figures("A01"))
        .contains("E1 MONTH 2026-08-01: MISSING SUSPECT_ZERO")
        .contains("D MONTH 2026-08-01: NOT_APPLICABLE NOT_MATURE");
  }
}
