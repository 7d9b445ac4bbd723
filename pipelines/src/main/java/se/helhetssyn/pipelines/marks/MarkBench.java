package se.helhetssyn.pipelines.marks;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.file.DuckDbName;
import se.helhetssyn.pipelines.file.Resource;
import se.helhetssyn.pipelines.intake.SilentMonth;
import se.helhetssyn.pipelines.trusted.TrustedViews;

/** A DuckDB database in memory that sees the trusted tables and gathers marks. */
final class MarkBench implements AutoCloseable {
  /** Beyond this it works on disk; Spark keeps its own memory meanwhile. */
  private static final String MEMORY = "2GB";

  private final Connection connection;

  /** A group of equal marks. */
  record Group(String rule, String code, String table, String extract, String unit, long rows) {}

  private MarkBench(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param scratch folder for what does not fit in memory
   */
  static MarkBench open(Path scratch) throws SQLException {
    Properties limits = new Properties();
    limits.setProperty("memory_limit", MEMORY);
    limits.setProperty("temp_directory", scratch.resolve("marks").toString());
    limits.setProperty("preserve_insertion_order", "false");
    MarkBench bench = new MarkBench(DriverManager.getConnection("jdbc:duckdb:", limits));
    bench.execute("SET TimeZone = 'Europe/Stockholm'");
    bench.execute(Resource.text(MarkRule.class, "bench.sql"));
    return bench;
  }

  /** A trusted table of these files; without any it has no rows. */
  void table(TableSchema schema, List<Path> files) throws SQLException {
    execute(TrustedViews.create(schema, files));
  }

  /**
   * Tells the rules when the latest extraction was and what was delivered.
   *
   * @param tables where the first day is looked for if a time has none
   */
  void tell(LocalDate latest, List<DeliveredTime> delivered, List<TableSchema> tables)
      throws SQLException {
    execute("SET VARIABLE latest = DATE '%s'".formatted(latest));
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO delivered VALUES (?, ?, ?, ?)")) {
      for (DeliveredTime time : delivered) {
        row.setString(1, time.table());
        row.setString(2, time.root());
        row.setObject(3, time.from());
        row.setObject(4, time.to());
        row.execute();
      }
    }
    if (delivered.stream().anyMatch(time -> time.from() == null)) {
      execute(
          "UPDATE delivered SET first_day = (SELECT min(day) FROM (%s)) WHERE first_day IS NULL"
              .formatted(eventDays(tables)));
    }
  }

  private static String eventDays(List<TableSchema> tables) {
    return tables.stream()
        .flatMap(table ->
            table.eventDates().stream()
                .map(date ->
                    "SELECT CAST(min(%s) AS DATE) AS day FROM %s".formatted(date, table.name())))
        .collect(joining(" UNION ALL "));
  }

  /** Keeps what a rule finds. Returns how much it was held against. */
  long hold(MarkRule rule) throws SQLException {
    execute(rule.sql());
    long held = count();
    execute(
        "INSERT INTO mark SELECT '%s', '%s', record_key, org_unit_id, extract_id, code FROM found"
            .formatted(rule.id(), rule.table()));
    return held;
  }

  private long count() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT count(*) FROM held")) {
      answer.next();
      return answer.getLong(1);
    }
  }

  List<Group> groups() throws SQLException {
    List<Group> groups = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Resource.text(MarkRule.class, "groups.sql"))) {
      while (rows.next()) {
        groups.add(
            new Group(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getLong(6)));
      }
    }
    return groups;
  }

  /** The months of units that were found silent, in order. */
  List<SilentMonth> silent() throws SQLException {
    List<SilentMonth> silent = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Resource.text(MarkRule.class, "silent.sql"))) {
      while (rows.next()) {
        silent.add(
            new SilentMonth(
                rows.getString(1), rows.getString(2), rows.getObject(3, LocalDate.class)));
      }
    }
    return silent;
  }

  /** Writes every mark, in order. */
  void write(Path file) throws SQLException {
    execute(
        "COPY (FROM mark ORDER BY ALL) TO %s (FORMAT parquet)".formatted(DuckDbName.toWrite(file)));
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of a query's rows. */
  List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
