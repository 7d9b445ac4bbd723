package se.helhetssyn.pipelines.marks;

import java.util.Map;
import java.util.Set;
import se.helhetssyn.pipelines.file.Resource;

/**
 * A rule that is held against rows of one table and what stands beside them.
 *
 * @param id id of the rule
 * @param table canonical table whose rows it marks
 * @param others further tables without which it says nothing
 * @param sql makes two views: {@code held}, what the rule is about, and {@code found}, what breaks
 *     it ({@code record_key}, {@code org_unit_id}, {@code extract_id}, {@code code})
 */
record MarkRule(String id, String table, Set<String> others, String sql) {
  MarkRule {
    others = Set.copyOf(others);
  }

  /** The rule of a resource; {@code ${name}} is replaced by its value. */
  static MarkRule of(String id, String table, Set<String> others, Map<String, String> values) {
    String sql = Resource.text(MarkRule.class, id + ".sql");
    for (Map.Entry<String, String> value : values.entrySet()) {
      sql = sql.replace("${" + value.getKey() + "}", value.getValue());
    }
    return new MarkRule(id, table, others, sql);
  }

  static MarkRule of(String id, String table, String... others) {
    return of(id, table, Set.of(others), Map.of());
  }

  boolean appliesTo(Set<String> delivered) {
    return delivered.contains(table) && delivered.containsAll(others);
  }
}
