package se.helhetssyn.pipelines.mapping;

import java.util.Map;

/**
 * What a trial says of a table's rows (counts).
 *
 * @param table canonical table
 * @param rows rows that the files have for it
 * @param copies rows that say the same as another one
 * @param failing rows that a run would not take as they are
 * @param reasons Swedish words for what is wrong, never a value → rows
 */
public record TriedTable(
    String table, long rows, long copies, long failing, Map<String, Long> reasons) {
  public TriedTable {
    reasons = MappingDefinition.ordered(reasons);
  }
}
