package se.helhetssyn.pipelines.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.trusted.TrustedViews;

final class LatenessTest {
  private static final DataPackage CONTRACT = DataPackage.load();
  private static final LocalDate LATEST = LocalDate.of(2026, 10, 31);

  private Connection connection;

  LatenessTest() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  @BeforeEach
  void open() throws SQLException {
    for (TableSchema table : CONTRACT.tables()) {
      execute(TrustedViews.create(table, List.of()));
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void execute(String sql) throws SQLException {
    connection.createStatement().execute(sql);
  }

  private List<DelayCurve> curves(String table) throws SQLException {
    return new Lateness(connection).curves(CONTRACT.require(table), CONTRACT, LATEST);
  }

  private void assessments(String unit, int rows, int delay) throws SQLException {
    execute(
        """
        INSERT INTO risk_assessment (org_unit_id, assessed_at, registered_at)
        SELECT '%s', DATE '2026-05-01', TIMESTAMPTZ '2026-05-01 12:00:00+02' + INTERVAL %d DAYS
        FROM range(%d)
        """
            .formatted(unit, delay, rows));
  }

  @Test
  void aTableHasACurveOfAllAndOfEachUnitWithRowsEnough() throws SQLException {
    assessments("E1", 30, 0);
    assessments("E1", 30, 7);
    assessments("E2", 19, 0);
    List<DelayCurve> curves = curves("risk_assessment");
    assertThat(curves).extracting(DelayCurve::unit).containsExactly("", "E1");
    assertThat(curves.getFirst().rows()).isEqualTo(79);
    assertThat(curves.getLast().shares().get(6)).isEqualTo(0.5);
    assertThat(curves.getLast().dayOf(0.95)).isEqualTo(7);
  }

  @Test
  void theDayOfARegistrationIsTheSwedishOne() throws SQLException {
    execute(
        """
        INSERT INTO deviation (org_unit_id, occurred_at, reported_at)
        SELECT 'E1', TIMESTAMPTZ '2026-05-01 21:59:00Z', TIMESTAMPTZ '2026-05-01 22:01:00Z'
        FROM range(20)
        """);
    assertThat(curves("deviation").getFirst().dayOf(1)).isEqualTo(1);
  }

  @Test
  void aRowWithoutAUnitOfItsOwnIsOfTheUnitItPointsAt() throws SQLException {
    execute("INSERT INTO plan (plan_id, org_unit_id) VALUES ('P1', 'E7')");
    execute(
        """
        INSERT INTO plan_revision (plan_id, revised_at, registered_at)
        SELECT 'P1', DATE '2026-05-01', TIMESTAMPTZ '2026-05-03 12:00:00Z' FROM range(20)
        """);
    assertThat(curves("plan_revision")).extracting(DelayCurve::unit).containsExactly("", "E7");
  }

  @Test
  void rowsWithoutBothDatesAndImpossibleOnesSayNothing() throws SQLException {
    execute(
        """
        INSERT INTO risk_assessment (org_unit_id, assessed_at, registered_at) VALUES
          ('E1', DATE '2026-05-01', NULL),
          ('E1', DATE '2026-10-30', TIMESTAMPTZ '2026-11-02 12:00:00Z'),
          ('E1', DATE '2020-05-01', TIMESTAMPTZ '2020-05-02 12:00:00Z')
        """);
    assertThat(curves("risk_assessment"))
        .containsExactly(new DelayCurve("risk_assessment", "", 0, List.of()));
  }

  @Test
  void aTableThatDoesNotTellHasNoCurve() throws SQLException {
    assertThat(curves("conference")).isEmpty();
  }
}
