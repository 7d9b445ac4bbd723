package se.helhetssyn.analytics.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/** A form of file that the database does not write by itself. */
interface RowFile {
  /** Writes every row to a new file. */
  void write(ResultSet rows, ResultSetMetaData columns, Path file) throws IOException, SQLException;

  /** Writes what a query answers to a new file. */
  default void write(Statement statement, String query, Path file)
      throws IOException, SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      write(rows, rows.getMetaData(), file);
    }
  }
}
