package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.DerivedTable;
import se.helhetssyn.analytics.indicator.RunTable;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * The contract's tables without rows in a database of their own, and what is derived of them; its
 * days are those of Sweden.
 */
final class ContractTables implements AutoCloseable {
  static final DataPackage CONTRACT = DataPackage.load();

  private final Connection connection;

  private ContractTables(Connection connection) {
    this.connection = connection;
  }

  static ContractTables open() throws SQLException {
    ContractTables tables = new ContractTables(DriverManager.getConnection("jdbc:duckdb:"));
    tables.execute("SET TimeZone = 'Europe/Stockholm'");
    for (TableSchema table : CONTRACT.tables()) {
      tables.execute(create(table));
    }
    for (RunTable table : RunTable.values()) {
      tables.execute("CREATE TABLE %s (%s)".formatted(table.tableName(), table.columns()));
    }
    ExpressionSql sql =
        new ExpressionSql(Dialect.DUCKDB, c -> c.name(), Map.of(), LocalDate.of(2026, 1, 31));
    for (DerivedTable derived : DerivedTable.values()) {
      tables.execute("CREATE VIEW %s AS %s".formatted(derived.tableName(), derived.query(sql)));
    }
    return tables;
  }

  private static String create(TableSchema table) {
    String columns =
        table.fields().stream()
            .map(f -> "\"%s\" %s".formatted(f.name(), type(f)))
            .collect(joining(", "));
    return "CREATE TABLE %s (%s)".formatted(table.name(), columns);
  }

  private static String type(FieldSchema field) {
    return switch (field.type()) {
      case STRING -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(18, 4)";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMPTZ";
      case BOOLEAN -> "BOOLEAN";
    };
  }

  Statement statement() throws SQLException {
    return connection.createStatement();
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = statement()) {
      statement.execute(sql);
    }
  }

  /** Adds rows, those of one table that name the same columns together. */
  void add(List<GivenRow> rows) throws SQLException {
    Map<List<String>, List<String>> alike = new LinkedHashMap<>();
    for (GivenRow row : rows) {
      List<String> place = new ArrayList<>(List.of(row.table()));
      place.addAll(row.values().keySet());
      alike.computeIfAbsent(place, p -> new ArrayList<>()).add(values(row));
    }
    for (List<String> place : alike.keySet()) {
      execute(
          "INSERT INTO %s (%s) VALUES %s"
              .formatted(
                  place.getFirst(),
                  String.join(", ", place.subList(1, place.size())),
                  String.join(", ", alike.getOrDefault(place, List.of()))));
    }
  }

  private static String values(GivenRow row) {
    return row.values().values().stream()
        .map(v -> v == null ? "NULL" : "'" + v.replace("'", "''") + "'")
        .collect(joining(", ", "(", ")"));
  }

  /** A query's rows: column in small letters → its text. */
  List<Map<String, String>> rows(String sql) throws SQLException {
    try (Statement statement = statement();
        ResultSet result = statement.executeQuery(sql)) {
      List<Map<String, String>> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row(result));
      }
      return rows;
    }
  }

  private static Map<String, String> row(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      row.put(
          columns.getColumnLabel(i).toLowerCase(Locale.ROOT), String.valueOf(result.getString(i)));
    }
    return row;
  }

  /** A query's rows, each as one line, in text order. */
  List<String> lines(String sql) throws SQLException {
    return rows(sql).stream()
        .map(row -> String.join(" ", row.values()).replace("NULL", "null"))
        .sorted()
        .toList();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
