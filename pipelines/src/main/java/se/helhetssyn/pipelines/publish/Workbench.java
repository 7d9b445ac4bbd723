package se.helhetssyn.pipelines.publish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.MartTable;
import se.helhetssyn.analytics.quality.QualityCheck;
import se.helhetssyn.analytics.quality.QualityQueries;
import se.helhetssyn.analytics.quality.Thresholds;
import se.helhetssyn.pipelines.file.Resource;

/** A DuckDB database of its own in which a generation is put together. */
final class Workbench implements AutoCloseable {
  /** Beyond this it works on disk, so that a large delivery does not take the machine. */
  private static final String MEMORY = "4GB";

  private final DuckDBConnection connection;

  private Workbench(DuckDBConnection connection) {
    this.connection = connection;
  }

  static Workbench open(Path file) throws SQLException {
    Properties limits = new Properties();
    limits.setProperty("memory_limit", MEMORY);
    Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, limits);
    return new Workbench(connection.unwrap(DuckDBConnection.class));
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs a resource; {@code ${name}} is replaced by its value. */
  void run(String resource, Map<String, String> values) throws SQLException {
    execute(filled(resource, values));
  }

  private static String filled(String resource, Map<String, String> values) {
    String sql = Resource.text(Workbench.class, resource);
    for (Map.Entry<String, String> value : values.entrySet()) {
      sql = sql.replace("${" + value.getKey() + "}", value.getValue());
    }
    return sql;
  }

  void run(String resource) throws SQLException {
    run(resource, Map.of());
  }

  long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getLong(1);
    }
  }

  /** Attaches a file that is only read. */
  void attach(Path file, String catalog) throws SQLException {
    execute("ATTACH %s AS %s (READ_ONLY)".formatted(literal(file), catalog));
  }

  /** Whether an attached file has a table. */
  boolean has(String catalog, MartTable table) throws SQLException {
    return count(
            "SELECT count(*) FROM duckdb_tables() WHERE database_name = '%s' AND table_name = '%s'"
                .formatted(catalog, table.name()))
        == 1;
  }

  /** How the rules fell out that an attached layer tells of. */
  List<QualityCheck> checks(String catalog) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return new QualityQueries(statement, catalog).checks(Thresholds.NONE);
    }
  }

  /** The number that a resource's query answers with. */
  long count(String resource, Map<String, String> values) throws SQLException {
    return count(filled(resource, values));
  }

  /** Hands every row of a resource's query on, its values in order. */
  void read(String resource, Consumer<List<@Nullable Object>> row) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Resource.text(Workbench.class, resource))) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<@Nullable Object> values = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
          values.add(rows.getObject(i));
        }
        row.accept(values);
      }
    }
  }

  /** Appends rows to a table. */
  void fill(String table, Stream<List<@Nullable Object>> rows) throws SQLException {
    try (DuckDBAppender appender = connection.createAppender("main", table)) {
      for (List<@Nullable Object> row : rows.toList()) {
        appender.beginRow();
        for (@Nullable Object value : row) {
          append(appender, value);
        }
        appender.endRow();
      }
    }
  }

  private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> appender.appendNull();
      case String text -> appender.append(text);
      case Integer whole -> appender.append(whole.intValue());
      case Long whole -> appender.append(whole.longValue());
      case Double number -> appender.append(number.doubleValue());
      case Boolean truth -> appender.append(truth.booleanValue());
      case LocalDate day -> appender.append(day);
      default -> throw new IllegalArgumentException(value.getClass().getName());
    }
  }

  static String literal(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
