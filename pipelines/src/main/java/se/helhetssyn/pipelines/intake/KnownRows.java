package se.helhetssyn.pipelines.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What rows are held against: what the tables before told. Filled while tables are taken in. */
final class KnownRows {
  private final Map<String, Set<String>> dropped = new ConcurrentHashMap<>();
  private volatile @Nullable Set<String> units;
  private volatile Map<String, Set<String>> children = Map.of();
  private volatile @Nullable Dataset<Row> deaths;

  /** Keys of a table's rows that are kept nowhere. */
  void drop(String table, Set<String> keys) {
    dropped.put(table, Set.copyOf(keys));
  }

  /** Keys of a table's rows that are kept nowhere; empty if there are none. */
  Set<String> droppedFrom(String table) {
    return dropped.getOrDefault(table, Set.of());
  }

  /**
   * The organisation.
   *
   * @param parents pairs of a node and the node above it; the latter is null at the top
   */
  void organisation(Iterable<Row> parents) {
    Set<String> nodes = new TreeSet<>();
    Map<String, Set<String>> below = new TreeMap<>();
    for (Row row : parents) {
      nodes.add(row.getString(0));
      if (!row.isNullAt(1)) {
        below.computeIfAbsent(row.getString(1), node -> new TreeSet<>()).add(row.getString(0));
      }
    }
    children = below;
    units = nodes;
  }

  /** Every node; empty as long as no organisation is known. */
  Optional<Set<String>> units() {
    return Optional.ofNullable(units);
  }

  /** A node and all below it. */
  Set<String> subtree(String root) {
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

  /** Persons who have died ({@code person_key}, {@code death_date}). */
  void deaths(Dataset<Row> persons) {
    deaths = persons;
  }

  Optional<Dataset<Row>> deaths() {
    return Optional.ofNullable(deaths);
  }
}
