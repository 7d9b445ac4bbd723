package se.helhetssyn.pipelines.removal;

import static java.util.stream.Collectors.joining;

import se.helhetssyn.datasets.contract.TableSchema;

/** How the tables on the bench are named and made that hold the primary keys of rows that go. */
final class GoneRows {
  private GoneRows() {}

  /** The table with the primary keys of a table's rows that go. */
  static String of(String table) {
    return "gone_" + table;
  }

  /** A table's primary key as columns. */
  static String key(TableSchema table) {
    return table.primaryKey().stream().map("\"%s\""::formatted).collect(joining(", "));
  }

  /** The primary key as the marks of quality name a record. */
  static String record(TableSchema table) {
    return "concat_ws('|', %s)".formatted(key(table));
  }

  /** A query without rows that has a table's columns, as text, and others. */
  static String shape(TableSchema table, String others) {
    return table.columns().stream()
        .map("CAST(NULL AS VARCHAR) AS \"%s\""::formatted)
        .collect(joining(", ", "SELECT ", ", " + others + " WHERE FALSE"));
  }
}
