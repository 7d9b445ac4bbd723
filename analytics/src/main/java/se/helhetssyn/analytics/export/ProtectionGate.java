package se.helhetssyn.analytics.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import se.helhetssyn.analytics.export.ExportException.Fault;
import se.helhetssyn.analytics.mart.DeliverySchema;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.NumbersWithoutValue;

/** Looks once more that no protected figure of the attached layer carries anything to read. */
final class ProtectionGate {
  private ProtectionGate() {}

  /** Whether the layer has a table; one that an older program wrote may not. */
  static boolean holds(Statement statement, String table) throws SQLException {
    return count(
            statement,
            "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'mart' AND table_name = '%s'"
                .formatted(table))
        == 1;
  }

  static void requireNoHiddenNumbers(Statement statement) throws SQLException {
    long leaks = count(statement, NumbersWithoutValue.countQuery("mart"));
    if (holds(statement, MartSchema.QUALITY_CHECK.name())) {
      leaks += count(statement, NumbersWithoutValue.qualityCountQuery("mart"));
    }
    if (holds(statement, DeliverySchema.DELIVERY.name())) {
      leaks += count(statement, NumbersWithoutValue.deliveryCountQuery("mart"));
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
