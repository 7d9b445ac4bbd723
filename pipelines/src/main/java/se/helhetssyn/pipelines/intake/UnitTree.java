package se.helhetssyn.pipelines.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The nodes of an organisation at any time, and what has ever been right below each.
 *
 * @param nodes ids
 * @param children node → nodes below it
 */
record UnitTree(Set<String> nodes, Map<String, Set<String>> children) {

  /** Of trusted rows of {@code org_unit}. */
  static UnitTree of(Dataset<Row> rows) {
    Set<String> nodes = new TreeSet<>();
    Map<String, Set<String>> children = new TreeMap<>();
    for (Row row : rows.select("org_unit_id", "parent_id").collectAsList()) {
      nodes.add(row.getString(0));
      if (!row.isNullAt(1)) {
        children.computeIfAbsent(row.getString(1), node -> new TreeSet<>()).add(row.getString(0));
      }
    }
    return new UnitTree(nodes, children);
  }

  /** A node and all below it. */
  Set<String> below(String root) {
    Set<String> found = new TreeSet<>(Set.of(root));
    Deque<String> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (String child : children.getOrDefault(open.pop(), Set.of())) {
        if (found.add(child)) {
          open.push(child);
        }
      }
    }
    return found;
  }

  /** Nodes that are in one of two trees only, or below other nodes in one than in the other. */
  Set<String> differences(UnitTree other) {
    Set<String> different = new TreeSet<>();
    each(other, different);
    other.each(this, different);
    return different;
  }

  private void each(UnitTree other, Set<String> different) {
    nodes.stream().filter(node -> !other.nodes.contains(node)).forEach(different::add);
    for (String parent : children.keySet()) {
      if (!children.get(parent).equals(other.children.getOrDefault(parent, Set.of()))) {
        Set<String> moved = new TreeSet<>(children.getOrDefault(parent, Set.of()));
        moved.removeAll(other.children.getOrDefault(parent, Set.of()));
        moved.forEach(node -> different.addAll(below(node)));
      }
    }
  }
}
