package se.helhetssyn.analytics.mart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of definitions as they were when a generation was computed. */
public final class LocalSettings {
  private static final String TABLE = DeliverySchema.INDICATOR_PARAMETER.name();

  private static final String IN_FORCE =
      """
      SELECT parameter, value FROM %s WHERE indicator_id = ? ORDER BY parameter
      """
          .formatted(TABLE);

  private LocalSettings() {}

  /**
   * The values an indicator was computed with, its own or set locally.
   *
   * @return parameter → whole number (mostly days), by name; empty for an indicator without any and
   *     for a generation that does not tell
   */
  public static Map<String, Integer> of(Mart mart, String indicatorId) {
    return mart.read(connection -> isTold(connection) ? read(connection, indicatorId) : Map.of());
  }

  private static boolean isTold(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("FROM duckdb_tables() WHERE table_name = ?")) {
      statement.setString(1, TABLE);
      return statement.executeQuery().next();
    }
  }

  private static Map<String, Integer> read(Connection connection, String indicatorId)
      throws SQLException {
    Map<String, Integer> values = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(IN_FORCE)) {
      statement.setString(1, indicatorId);
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        values.put(row.getString("parameter"), row.getInt("value"));
      }
    }
    return values;
  }
}
