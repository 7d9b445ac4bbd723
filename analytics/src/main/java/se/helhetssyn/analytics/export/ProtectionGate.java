package se.helhetssyn.analytics.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import se.helhetssyn.analytics.export.ExportException.Fault;
import se.helhetssyn.analytics.mart.NumbersWithoutValue;

/** Looks once more that no protected figure of the attached layer carries anything to read. */
final class ProtectionGate {
  private ProtectionGate() {}

  static void requireNoHiddenNumbers(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery(NumbersWithoutValue.countQuery("mart"))) {
      result.next();
      long leaks = result.getLong(1);
      if (leaks > 0) {
        throw new ExportException(
            Fault.REFUSED,
            "Exporten stoppades: %d skyddade värden i lagret bär uppgifter. Inget skrevs."
                .formatted(leaks));
      }
    }
  }
}
