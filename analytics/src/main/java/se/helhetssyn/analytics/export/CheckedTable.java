package se.helhetssyn.analytics.export;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import se.helhetssyn.analytics.quality.QualityCheck;
import se.helhetssyn.analytics.quality.QualityQueries;
import se.helhetssyn.analytics.quality.Thresholds;

/** The checks of a layer with their statuses, as a table {@code checked} that queries can join. */
final class CheckedTable {
  private static final String CREATE =
      """
      CREATE TEMP TABLE checked (
        rule_id VARCHAR, table_name VARCHAR, rows_checked BIGINT, rows_affected BIGINT,
        threshold DOUBLE, status VARCHAR)
      """;

  private CheckedTable() {}

  static void create(Statement statement, Thresholds thresholds) throws SQLException {
    statement.execute(CREATE);
    try (PreparedStatement insert =
        statement
            .getConnection()
            .prepareStatement("INSERT INTO checked VALUES (?, ?, ?, ?, ?, ?)")) {
      for (QualityCheck check : new QualityQueries(statement, "mart").checks(thresholds)) {
        insert.setString(1, check.rule());
        insert.setString(2, check.table());
        insert.setLong(3, check.rowsChecked());
        insert.setObject(4, check.rowsAffected());
        insert.setDouble(5, check.threshold());
        insert.setString(6, check.status().name());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
