package se.helhetssyn.datasets.contract;

import java.util.List;

/**
 * Columns whose values, when not empty, point at a row of another table (or of the same).
 *
 * @param fields the pointing columns
 * @param table the table pointed at
 * @param targetFields its columns, in the order of {@code fields}
 */
public record ForeignKey(List<String> fields, String table, List<String> targetFields) {
  public ForeignKey {
    fields = List.copyOf(fields);
    targetFields = List.copyOf(targetFields);
  }
}
