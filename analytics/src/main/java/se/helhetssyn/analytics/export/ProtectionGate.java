package se.helhetssyn.analytics.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import se.helhetssyn.analytics.export.ExportException.Fault;
import se.helhetssyn.analytics.mart.NumbersWithoutValue;

/** Looks once more that no protected figure of the attached layer carries anything to read. */
final class ProtectionGate {
  private static final String TELLS_OF_QUALITY =
      """
      SELECT count(*) FROM duckdb_tables()
      WHERE database_name = 'mart' AND table_name = 'quality_check'
      """;

  private ProtectionGate() {}

  /** Whether the layer tells of the quality of deliveries; one of mart schema 1 does not. */
  static boolean tellsOfQuality(Statement statement) throws SQLException {
    return count(statement, TELLS_OF_QUALITY) == 1;
  }

  static void requireNoHiddenNumbers(Statement statement) throws SQLException {
    long leaks = count(statement, NumbersWithoutValue.countQuery("mart"));
    if (tellsOfQuality(statement)) {
      leaks += count(statement, NumbersWithoutValue.qualityCountQuery("mart"));
    }
    if (leaks > 0) {
      throw new ExportException(
          Fault.REFUSED,
          "Exporten stoppades: %d skyddade värden i lagret bär uppgifter. Inget skrevs."
              .formatted(leaks));
    }
  }

  private static long count(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
