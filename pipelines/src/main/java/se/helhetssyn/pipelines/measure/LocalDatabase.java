package se.helhetssyn.pipelines.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A DuckDB database of a run's own, whose days are those of Sweden. */
final class LocalDatabase implements AutoCloseable {
  /** Beyond this it works on disk. */
  private static final String MEMORY = "3GB";

  private final DuckDBConnection connection;

  private LocalDatabase(DuckDBConnection connection) {
    this.connection = connection;
  }

  static LocalDatabase open(Path folder) throws SQLException, IOException {
    Files.createDirectories(folder);
    Properties limits = new Properties();
    limits.setProperty("memory_limit", MEMORY);
    limits.setProperty("jdbc_stream_results", "true");
    Connection connection =
        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("measures.duckdb"), limits);
    return new LocalDatabase(connection.unwrap(DuckDBConnection.class));
  }

  /** A connection of its own to the same database. */
  DuckDBConnection connect() throws SQLException {
    DuckDBConnection other = connection.duplicate().unwrap(DuckDBConnection.class);
    inSweden(other, true);
    return other;
  }

  private static void inSweden(DuckDBConnection connection, boolean swedish) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = '%s'".formatted(swedish ? "Europe/Stockholm" : "UTC"));
    }
  }

  void execute(String sql) throws SQLException {
    try (DuckDBConnection own = connect();
        Statement statement = own.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The same where a time without zone is one in UTC, as Spark writes it. */
  void executeInUtc(String sql) throws SQLException {
    try (DuckDBConnection own = connect()) {
      inSweden(own, false);
      try (Statement statement = own.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  void fill(String table, Stream<List<@Nullable Object>> rows) throws SQLException {
    try (DuckDBAppender appender = connection.createAppender("main", table)) {
      for (List<@Nullable Object> row : rows.toList()) {
        append(appender, row);
      }
    }
  }

  static void append(DuckDBAppender appender, List<@Nullable Object> row) throws SQLException {
    appender.beginRow();
    for (@Nullable Object value : row) {
      switch (value) {
        case null -> appender.appendNull();
        case String text -> appender.append(text);
        case Integer whole -> appender.append(whole.intValue());
        case Long whole -> appender.append(whole.longValue());
        case LocalDate day -> appender.append(day);
        default -> throw new IllegalArgumentException(value.getClass().getName());
      }
    }
    appender.endRow();
  }

  static String literal(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
