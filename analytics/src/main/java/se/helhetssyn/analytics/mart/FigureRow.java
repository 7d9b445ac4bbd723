package se.helhetssyn.analytics.mart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@link MartSchema#INDICATOR_VALUE}. */
final class FigureRow {
  private static final String HIGH_UNKNOWN = "HIGH_UNKNOWN";

  private FigureRow() {}

  static Figure figure(ResultSet row) throws SQLException {
    return new Figure(
        key(row),
        ValueKind.valueOf(row.getString("value_kind")),
        state(row),
        row.getBoolean("preliminary"));
  }

  static Period period(ResultSet row) throws SQLException {
    return new Period(
        PeriodKind.valueOf(row.getString("period_kind")),
        row.getObject("period_start", LocalDate.class));
  }

  private static FigureKey key(ResultSet row) throws SQLException {
    return new FigureKey(
        row.getString("indicator_id"),
        row.getInt("definition_version"),
        row.getString("series"),
        row.getString("attribution"),
        OrgLevel.valueOf(row.getString("org_level")),
        row.getString("org_unit_id"),
        period(row),
        new Stratum(row.getString("stratum"), row.getString("stratum_value")));
  }

  private static FigureState state(ResultSet row) throws SQLException {
    String reason = row.getString("reason") == null ? "" : row.getString("reason");
    String state = row.getString("state");
    return switch (state) {
      case "VALUE" -> value(row, HIGH_UNKNOWN.equals(reason));
      case "SUPPRESSED" -> new FigureState.Suppressed();
      case "MISSING" -> new FigureState.Missing(reason);
      case "NOT_APPLICABLE" -> new FigureState.NotApplicable(reason);
      default -> throw new MartException("Okänt tillstånd i indicator_value: " + state);
    };
  }

  private static FigureState value(ResultSet row, boolean highUnknown) throws SQLException {
    return new FigureState.Value(
        count(row, "numerator"),
        count(row, "denominator"),
        count(row, "unknown"),
        count(row, "persons"),
        number(row, "value"),
        number(row, "lower"),
        number(row, "upper"),
        number(row, "q1"),
        number(row, "q3"),
        count(row, "open_count"),
        highUnknown);
  }

  private static @Nullable Long count(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? null : number;
  }
}
