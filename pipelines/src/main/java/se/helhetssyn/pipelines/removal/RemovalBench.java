package se.helhetssyn.pipelines.removal;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import se.helhetssyn.pipelines.file.DuckDbName;

/** A DuckDB database in memory that finds rows in the store's Parquet files. */
final class RemovalBench implements AutoCloseable {
  private final Connection connection;

  private RemovalBench(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens one whose days are those of Sweden.
   *
   * @param scratch folder for what does not fit in memory
   */
  static RemovalBench open(Path scratch) {
    Properties limits = new Properties();
    limits.setProperty("memory_limit", "2GB");
    limits.setProperty("temp_directory", scratch.resolve("removal").toString());
    try {
      RemovalBench bench = new RemovalBench(DriverManager.getConnection("jdbc:duckdb:", limits));
      bench.execute("SET TimeZone = 'Europe/Stockholm'");
      return bench;
    } catch (SQLException e) {
      throw new IllegalStateException("no bench", e);
    }
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Neither a statement nor what stands quoted in the answer is told: they may hold a key. */
  private static IllegalStateException failed(SQLException e) {
    String answer = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new IllegalStateException(answer.replaceAll("[\"'][^\"']*[\"']", "…"));
  }

  /** Makes a table with one column of texts. */
  void texts(String table, Collection<String> values) {
    execute("CREATE OR REPLACE TABLE %s (k VARCHAR)".formatted(table));
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO %s VALUES (?)".formatted(table))) {
      for (String value : values) {
        row.setString(1, value);
        row.execute();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The first column of a query's rows. */
  List<String> texts(String query) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  long count(String rows) {
    return Long.parseLong(texts("SELECT count(*) FROM " + rows).getFirst());
  }

  /** The columns of Parquet files, by name. */
  List<String> columns(Collection<Path> files) {
    return texts("SELECT column_name FROM (DESCRIBE SELECT * FROM %s)".formatted(parquet(files)));
  }

  /** Parquet files as a table. */
  static String parquet(Collection<Path> files) {
    return "read_parquet(%s, union_by_name = true, hive_partitioning = false)"
        .formatted(files.stream().map(DuckDbName::toRead).collect(joining(", ", "[", "]")));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the bench does not close", e);
    }
  }
}
