package se.helhetssyn.analytics.export;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import se.helhetssyn.analytics.export.ExportException.Fault;
import se.helhetssyn.analytics.mart.MartColumn;
import se.helhetssyn.analytics.mart.MartSchema;

/** Looks once more that no protected figure of the attached layer carries anything to read. */
final class ProtectionGate {
  private static final Set<String> NUMBERS = Set.of("BIGINT", "DOUBLE");

  private ProtectionGate() {}

  static void requireNoHiddenNumbers(Statement statement) throws SQLException {
    String sql =
        """
        SELECT count(*) FROM mart.indicator_value
        WHERE state = 'SUPPRESSED' AND (coalesce(%s) IS NOT NULL OR coalesce(reason, '') <> '')
        """
            .formatted(numbers());
    try (ResultSet result = statement.executeQuery(sql)) {
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

  /** Every number that a figure may lack. */
  private static String numbers() {
    return MartSchema.INDICATOR_VALUE.columns().stream()
        .filter(column -> !column.required() && NUMBERS.contains(column.type()))
        .map(MartColumn::name)
        .collect(joining(", "));
  }
}
