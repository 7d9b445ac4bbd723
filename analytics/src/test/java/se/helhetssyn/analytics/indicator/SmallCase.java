package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;

/** Tiny tables in memory, and measures run over them. */
final class SmallCase implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

  private static final List<TableShape> TABLES =
      List.of(
          table("visit", "visit_id", "unit", "person_key", "held_on", "outcome", "closed_on"),
          table("home", "home_id", "size"),
          table("note", "note_id", "visit_id", "book_id", "written_on", "kind"),
          table("book", "book_id", "owner"),
          table("person", "person_key", "death_date"),
          table(
              "enrolment",
              "enrolment_id",
              "person_key",
              "org_unit_id",
              "enrolment_type",
              "start_date",
              "end_date"));

  private static final ExpressionSql SQL =
      new ExpressionSql(Dialect.DUCKDB, c -> c.name(), Map.of(), TODAY);

  /** Those that rest on the tables there are here. */
  private static final List<DerivedTable> PERSONS =
      List.of(
          DerivedTable.STAY,
          DerivedTable.TURN,
          DerivedTable.RESPONSIBLE,
          DerivedTable.RESPONSIBILITY,
          DerivedTable.PERSON_IN_SCOPE,
          DerivedTable.SCOPE_INTERVAL);

  private final Connection connection;

  private SmallCase(Connection connection) {
    this.connection = connection;
  }

  private static TableShape table(String name, String... columns) {
    Map<String, List<String>> codes =
        List.of(columns).contains("outcome")
            ? Map.of("outcome", List.of("YES", "NO", "UNKNOWN", "LATER"))
            : Map.of();
    return new TableShape(name, List.of(columns), List.of(columns[0]), codes);
  }

  static SmallCase open() throws SQLException {
    SmallCase small = new SmallCase(DriverManager.getConnection("jdbc:duckdb:"));
    for (TableShape table : TABLES) {
      String columns =
          table.columns().stream()
              .map(c -> c + (c.endsWith("_on") || c.endsWith("_date") ? " DATE" : " VARCHAR"))
              .collect(joining(", "));
      small.execute("CREATE TABLE %s (%s)".formatted(table.name(), columns));
    }
    for (RunTable table : RunTable.values()) {
      small.execute("CREATE TABLE %s (%s)".formatted(table.tableName(), table.columns()));
    }
    for (DerivedTable derived : PERSONS) {
      small.execute("CREATE VIEW %s AS %s".formatted(derived.tableName(), derived.query(SQL)));
    }
    return small;
  }

  /** Adds rows, each as a line of values with a dash for an absent one. */
  SmallCase rows(String table, String lines) throws SQLException {
    for (String line : lines.lines().toList()) {
      String values =
          List.of(line.strip().split("\\s+", -1)).stream()
              .map(v -> v.equals("-") ? "NULL" : "'" + v + "'")
              .collect(joining(", "));
      execute("INSERT INTO %s VALUES (%s)".formatted(table, values));
    }
    return this;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs the only measure of a definition, given as YAML; columns as asked for, in text order. */
  List<String> run(String measure, String columns) throws SQLException {
    return text("SELECT %s FROM (%s)".formatted(columns, query("T01", measure).sql()));
  }

  /** The only measure of a definition, given as YAML. */
  static MeasureQuery query(String id, String measure) {
    String text =
        """
        id: %s
        version: 1
        heading: Prov
        name: Prov
        name_en: Test
        purpose: Prov.
        kind: PROCESS
        numerator: Det som räknas.
        denominator: Det som räknas av.
        unit_of_count: EVENT
        chart: LINE
        owner: Kvalitetsutvecklare
        valid_from: 2026-01-01
        history: [{version: 1, valid_from: 2026-01-01, reason: Första versionen.}]
        remarks: {within_days: Ett förslag.}
        direction: HIGHER
        protection: PERSONS
        parameters: {within_days: 14}
        measures:
        """
                .formatted(id)
            + measure.indent(2);
    IndicatorDefinition definition =
        IndicatorCatalogue.read(Map.of("t.yaml", text), TABLES).definitions().getFirst();
    return MeasureQuery.of(definition, TABLES, SQL).getFirst();
  }

  /** The answer to a query of one's own, in text order. */
  List<String> text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          String value = result.getString(i);
          row.add(value == null ? "-" : value);
        }
        rows.add(String.join(" ", row));
      }
      return rows.stream().sorted().toList();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
