package se.helhetssyn.analytics.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What definitions need to know of a table.
 *
 * @param name snake case
 * @param columns snake case
 * @param primaryKey columns that tell its rows apart
 * @param codes column → every value it may have, for columns with a code list
 */
public record TableShape(
    String name, List<String> columns, List<String> primaryKey, Map<String, List<String>> codes) {
  public TableShape {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    codes = Map.copyOf(codes);
  }

  /** Name → shape, of the canonical tables and of those made of them. */
  static Map<String, TableShape> byName(List<TableShape> canonical) {
    Map<String, TableShape> tables = new LinkedHashMap<>();
    canonical.forEach(t -> tables.put(t.name(), t));
    for (DerivedTable derived : DerivedTable.values()) {
      tables.put(derived.tableName(), derived.shape());
    }
    return tables;
  }
}
