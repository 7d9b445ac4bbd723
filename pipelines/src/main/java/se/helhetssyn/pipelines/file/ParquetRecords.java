package se.helhetssyn.pipelines.file;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The rows of a Parquet file as text: dates and times in ISO 8601 with a blank between them, points
 * in time as the clock showed in Sweden, decimals with their scale, truth as {@code true} and
 * {@code false}. A missing value is empty.
 */
public final class ParquetRecords implements RecordSource {
  private final Connection connection;
  private final List<String> header;
  private final ResultSet rows;
  private final String[] values;
  private boolean onRow;

  private ParquetRecords(Connection connection, Path file) throws SQLException {
    this.connection = connection;
    Statement statement = connection.createStatement();
    statement.execute("SET TimeZone = 'Europe/Stockholm'");
    statement.execute("SET threads = 1");
    header = new ArrayList<>();
    rows = statement.executeQuery(texts(statement, "read_parquet('%s')".formatted(literal(file))));
    values = new String[header.size()];
  }

  /**
   * Opens a file; its rows come in the file's order and are never held in memory all at once.
   *
   * @throws IOException if it is no sound Parquet
   */
  public static ParquetRecords open(Path file) throws IOException {
    Properties streaming = new Properties();
    streaming.setProperty("jdbc_stream_results", "true");
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:", streaming);
      try {
        return new ParquetRecords(connection, file);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw damaged(e);
    }
  }

  /** Its columns, in their order. */
  public List<String> header() {
    return List.copyOf(header);
  }

  /** Reads the header and says how to read every column as text. */
  private String texts(Statement statement, String table) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet columns =
        statement.executeQuery(
            "SELECT column_name, column_type FROM (DESCRIBE FROM %s)".formatted(table))) {
      while (columns.next()) {
        header.add(columns.getString(1));
        String column = "\"%s\"".formatted(columns.getString(1).replace("\"", "\"\""));
        texts.add(
            columns.getString(2).equals("TIMESTAMP WITH TIME ZONE")
                ? "CAST(CAST(%s AS TIMESTAMP) AS VARCHAR)".formatted(column)
                : "CAST(%s AS VARCHAR)".formatted(column));
      }
    }
    return texts.stream().collect(joining(", ", "SELECT ", " FROM " + table));
  }

  /** The file's name as DuckDB reads it: none of its characters is a pattern. */
  private static String literal(Path file) {
    return file.toString().replaceAll("[*?\\[]", "[$0]").replace("'", "''");
  }

  @Override
  public boolean next() throws IOException {
    try {
      onRow = rows.next();
      for (int i = 0; onRow && i < values.length; i++) {
        String value = rows.getString(i + 1);
        values[i] = value == null ? "" : value;
      }
      return onRow;
    } catch (SQLException e) {
      throw damaged(e);
    }
  }

  @Override
  public int size() {
    return onRow ? values.length : 0;
  }

  @Override
  public CharSequence value(int i) {
    return values[i];
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw damaged(e);
    }
  }

  /** The engine's own message may quote the file, so it is not passed on. */
  private static IOException damaged(SQLException e) {
    return new IOException("not readable as Parquet (%s)".formatted(e.getClass().getSimpleName()));
  }
}
