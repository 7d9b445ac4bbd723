package se.helhetssyn.analytics.indicator;

import java.util.List;

/**
 * What definitions need to know of a canonical table.
 *
 * @param name snake case
 * @param columns snake case
 * @param primaryKey columns that tell its rows apart
 */
public record TableShape(String name, List<String> columns, List<String> primaryKey) {
  public TableShape {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
  }
}
