package se.helhetssyn.analytics.mart;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A table of the mart.
 *
 * @param name snake case
 * @param columns in their published order
 * @param internalOnly whether it exists in the internal layer alone
 */
public record MartTable(String name, List<MartColumn> columns, boolean internalOnly) {
  public MartTable {
    columns = List.copyOf(columns);
  }

  /** The statement that makes the table, empty. */
  public String createStatement() {
    return columns.stream()
        .map(MartColumn::ddl)
        .collect(joining(", ", "CREATE TABLE " + name + " (", ")"));
  }

  /** Column names in their published order, separated by commas. */
  public String columnList() {
    return columns.stream().map(MartColumn::name).collect(joining(", "));
  }
}
