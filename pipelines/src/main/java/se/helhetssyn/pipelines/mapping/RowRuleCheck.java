package se.helhetssyn.pipelines.mapping;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.RowRule;
import se.helhetssyn.datasets.contract.TableSchema;

/** Holds rows whose single values are sound against their table's row rules. */
final class RowRuleCheck {
  private final TableSchema schema;

  RowRuleCheck(TableSchema schema) {
    this.schema = schema;
  }

  /** A row and the rule that it breaks. */
  record Broken(RowRule rule, MappedRecords.Made row) {}

  /** Every broken rule, rule by rule. */
  List<Broken> broken(List<MappedRecords.Made> rows) {
    if (schema.rules().isEmpty() || rows.isEmpty()) {
      return List.of();
    }
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      fill(duck, rows);
      List<Broken> broken = new ArrayList<>();
      for (RowRule rule : schema.rules()) {
        for (int place : places(duck, rule)) {
          broken.add(new Broken(rule, rows.get(place)));
        }
      }
      return broken;
    } catch (SQLException e) {
      throw new IllegalStateException(schema.name(), e);
    }
  }

  private void fill(Connection duck, List<MappedRecords.Made> rows) throws SQLException {
    try (Statement statement = duck.createStatement()) {
      statement.execute("CREATE TABLE texts (_place INTEGER, %s)".formatted(columns("%s VARCHAR")));
      try (DuckDBAppender appender =
          duck.unwrap(DuckDBConnection.class).createAppender("main", "texts")) {
        for (int place = 0; place < rows.size(); place++) {
          appender.beginRow();
          appender.append(place);
          for (String value : rows.get(place).values()) {
            appender.append(value);
          }
          appender.endRow();
        }
      }
      statement.execute("CREATE VIEW typed AS SELECT _place, %s FROM texts".formatted(typed()));
    }
  }

  private String columns(String form) {
    return schema.columns().stream().map(form::formatted).collect(joining(", "));
  }

  /** As screening reads them: a day that stands for no day is none. */
  private String typed() {
    return schema.fields().stream().map(RowRuleCheck::typed).collect(joining(", "));
  }

  private static String typed(FieldSchema field) {
    String type =
        switch (field.type()) {
          case STRING -> "VARCHAR";
          case INTEGER -> "BIGINT";
          case DECIMAL -> "DECIMAL(18, 4)";
          case DATE -> "DATE";
          case TIMESTAMP -> "TIMESTAMP";
          case BOOLEAN -> "BOOLEAN";
        };
    String sentinel =
        Target.of(field).isDay()
            ? "CASE WHEN left(%1$s, 10) NOT IN ('1900-01-01', '9999-12-31') THEN %1$s END"
                .formatted(field.name())
            : field.name();
    return "try_cast(%s AS %s) AS %s".formatted(sentinel, type, field.name());
  }

  private static List<Integer> places(Connection duck, RowRule rule) throws SQLException {
    String sql =
        "SELECT _place FROM typed WHERE (%s) AND NOT coalesce(%s, FALSE) ORDER BY _place"
            .formatted(rule.applies(), rule.condition());
    List<Integer> places = new ArrayList<>();
    try (PreparedStatement query = duck.prepareStatement(sql);
        ResultSet found = query.executeQuery()) {
      while (found.next()) {
        places.add(found.getInt(1));
      }
    }
    return places;
  }
}
