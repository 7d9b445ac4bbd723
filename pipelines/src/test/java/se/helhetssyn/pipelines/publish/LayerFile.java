package se.helhetssyn.pipelines.publish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import se.helhetssyn.analytics.mart.Layer;

/** Asks the file of a layer. */
final class LayerFile {
  private LayerFile() {}

  /** The rows of a query on a layer's file, their cells joined by a space. */
  static List<String> rows(Path folder, Layer layer, String sql) throws SQLException {
    return rows(folder.resolve(layer.fileName()), sql);
  }

  /** The rows of a query on a file, their cells joined by a space. */
  static List<String> rows(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join(" ", row));
      }
      return rows;
    }
  }
}
