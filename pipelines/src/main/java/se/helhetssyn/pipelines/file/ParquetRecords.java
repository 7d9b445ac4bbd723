package se.helhetssyn.pipelines.file;

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
import java.util.regex.Pattern;

/**
 * The rows of a Parquet file as text: dates and times in ISO 8601 with a blank between them, points
 * in time as the clock showed in Sweden, decimals with their scale, truth as {@code true} and
 * {@code false}. A missing value is empty.
 */
public final class ParquetRecords implements RecordSource {
  /** Nothing of a file is laid on disk, and what does not fit into memory is not read. */
  private static final List<String> SETTINGS =
      List.of(
          "TimeZone = 'Europe/Stockholm'",
          "threads = 1",
          "memory_limit = '1GB'",
          "temp_directory = ''");

  /** Types whose values are short whatever they are. */
  private static final Pattern BOUNDED =
      Pattern.compile("BOOLEAN|U?[A-Z]*INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*|DATE|TIME.*|UUID");

  private final Connection connection;
  private final List<String> header = new ArrayList<>();
  private final ResultSet rows;
  private final String[] values;
  private long left;
  private boolean onRow;

  private ParquetRecords(Connection connection, Path file) throws SQLException, IOException {
    this.connection = connection;
    Statement statement = connection.createStatement();
    for (String setting : SETTINGS) {
      statement.execute("SET " + setting);
    }
    String table = "read_parquet(%s)".formatted(DuckDbName.toRead(file));
    List<String> texts = new ArrayList<>();
    List<String> unbounded = new ArrayList<>();
    describe(statement, table, texts, unbounded);
    ParquetCheck check = new ParquetCheck(statement, file);
    left = check.rows(header.size());
    check.measure(unbounded);
    rows = statement.executeQuery("SELECT %s FROM %s".formatted(String.join(", ", texts), table));
    values = new String[header.size()];
  }

  /**
   * Opens a file; its rows come in the file's order and are never held in memory all at once.
   *
   * @throws FileTooLargeException if it unfolds to far more than its bytes
   * @throws IOException if it is no sound Parquet
   */
  public static ParquetRecords open(Path file) throws IOException {
    Properties streaming = new Properties();
    streaming.setProperty("jdbc_stream_results", "true");
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:", streaming);
      try {
        return new ParquetRecords(connection, file);
      } catch (SQLException | IOException e) {
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

  /**
   * Reads the header.
   *
   * @param texts is given how to read every column as text
   * @param unbounded is given the same of those whose values have no greatest length
   */
  private void describe(
      Statement statement, String table, List<String> texts, List<String> unbounded)
      throws SQLException {
    String query = "SELECT column_name, column_type FROM (DESCRIBE FROM %s)".formatted(table);
    try (ResultSet columns = statement.executeQuery(query)) {
      while (columns.next()) {
        header.add(columns.getString(1));
        String column = "\"%s\"".formatted(columns.getString(1).replace("\"", "\"\""));
        String type = columns.getString(2);
        texts.add(
            type.equals("TIMESTAMP WITH TIME ZONE")
                ? "CAST(CAST(%s AS TIMESTAMP) AS VARCHAR)".formatted(column)
                : "CAST(%s AS VARCHAR)".formatted(column));
        if (!BOUNDED.matcher(type).matches()) {
          unbounded.add(texts.getLast());
        }
      }
    }
  }

  @Override
  public boolean next() throws IOException {
    try {
      onRow = rows.next();
      if (onRow && --left < 0) {
        throw new FileTooLargeException("rows");
      }
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
