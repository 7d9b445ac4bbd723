package se.helhetssyn.datasets.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.helhetssyn.datasets.contract.TableSchema;

/** Where a table's columns stand. */
record Layout(TableSchema schema, Map<String, Integer> positions) {
  static Layout of(TableSchema schema) {
    List<String> columns = schema.columns();
    Map<String, Integer> positions = new HashMap<>();
    columns.forEach(column -> positions.put(column, positions.size()));
    return new Layout(schema, positions);
  }

  int at(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalStateException(schema.name() + " has no column " + column);
    }
    return position;
  }
}
