package se.helhetssyn.pipelines.removal;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * What rows of a table are taken by: a row goes if its values in some columns, as text, are among
 * those of a table on the bench.
 *
 * @param table canonical table
 * @param columns its columns
 * @param values table on the bench with as many columns
 */
record Handle(String table, List<String> columns, String values) {
  Handle {
    columns = List.copyOf(columns);
  }

  /** Condition in DuckDB: the row goes. A row without a value in the columns does not. */
  String takes() {
    String row = columns.stream().map("CAST(\"%s\" AS VARCHAR)"::formatted).collect(joining(", "));
    return "coalesce((%s) IN (FROM %s), FALSE)".formatted(row, values);
  }
}
