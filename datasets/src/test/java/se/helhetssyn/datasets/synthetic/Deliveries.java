package se.helhetssyn.datasets.synthetic;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;

/** A delivery read into an in-memory database with the types the descriptor declares. */
final class Deliveries implements AutoCloseable {
  private final Connection connection;

  private Deliveries(Connection connection) {
    this.connection = connection;
  }

  static Deliveries read(Path dir) throws SQLException {
    var deliveries =
        new Deliveries(
            DriverManager.getConnection("jdbc:h2:mem:;CASE_INSENSITIVE_IDENTIFIERS=TRUE"));
    for (TableSchema table : DataPackage.load().tables()) {
      deliveries.read(dir, table);
    }
    return deliveries;
  }

  private void read(Path dir, TableSchema table) throws SQLException {
    String columns =
        table.fields().stream()
            .map(field -> "\"" + field.name() + "\" " + sqlType(field))
            .collect(Collectors.joining(", "));
    execute("CREATE TABLE " + table.name() + " (" + columns + ")");
    Path file = dir.resolve(table.name() + ".csv");
    execute(
        "INSERT INTO %s SELECT * FROM CSVREAD('%s', NULL, 'charset=UTF-8')"
            .formatted(table.name(), file));
    if (table.primaryKey().size() == 1) {
      String key = table.primaryKey().getFirst();
      execute("CREATE INDEX ON " + table.name() + " (\"" + key + "\")");
    }
  }

  /** The single number a query gives. */
  double number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getDouble(1);
    }
  }

  long rows(String table, String condition) throws SQLException {
    return (long) number("SELECT COUNT(*) FROM " + table + " WHERE " + condition);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static String sqlType(FieldSchema field) {
    return switch (field.type()) {
      case STRING -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(18, 4)";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
      case BOOLEAN -> "BOOLEAN";
    };
  }
}
