package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.DerivedTable;
import se.helhetssyn.analytics.indicator.RunTable;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;

/** The contract's tables without rows in a database of their own, and what is derived of them. */
final class ContractTables implements AutoCloseable {
  static final DataPackage CONTRACT = DataPackage.load();

  private final Connection connection;

  private ContractTables(Connection connection) {
    this.connection = connection;
  }

  static ContractTables open() throws SQLException {
    ContractTables tables = new ContractTables(DriverManager.getConnection("jdbc:duckdb:"));
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
      case TIMESTAMP -> "TIMESTAMP";
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

  /** Adds a row; columns not named are absent. */
  void add(String table, Map<String, String> row) throws SQLException {
    String columns = String.join(", ", row.keySet());
    String values =
        row.values().stream()
            .map(v -> v == null ? "NULL" : "'" + v.replace("'", "''") + "'")
            .collect(joining(", "));
    execute("INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, values));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
