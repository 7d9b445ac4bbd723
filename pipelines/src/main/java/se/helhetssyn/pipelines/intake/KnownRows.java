package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.TableSchema;

/** What rows are held against: what the tables before told. Filled while tables are taken in. */
final class KnownRows {
  static final String ORGANISATION = "org_unit";
  static final String PERSONS = "person";

  private final Map<String, Set<String>> dropped = new ConcurrentHashMap<>();
  private final boolean personsMissing;
  private volatile @Nullable Set<String> onlyPersons;
  private volatile @Nullable Set<String> units;
  private volatile Map<String, Set<String>> children = Map.of();
  private volatile @Nullable Dataset<Row> deaths;

  /**
   * @param personsMissing whether a file with persons was turned away
   */
  KnownRows(boolean personsMissing) {
    this.personsMissing = personsMissing;
  }

  /**
   * Keeps what later tables are held against: known units, deaths, and keys of dropped rows.
   *
   * @param kept the table's trusted rows
   */
  void learn(
      TableSchema schema,
      Dataset<Row> screened,
      ScreeningCounts counts,
      Supplier<Dataset<Row>> kept) {
    boolean persons = schema.name().equals(PERSONS);
    if (schema.name().equals(ORGANISATION)) {
      String trusted = "%s = '%s'".formatted(Screening.SIDE, Side.TRUSTED);
      organisation(screened.filter(trusted).select("org_unit_id", "parent_id").collectAsList());
    }
    if (persons) {
      deaths = kept.get().filter("death_date IS NOT NULL").select("person_key", "death_date");
    }
    boolean anyDropped = counts.rows(Side.DROPPED) > 0;
    if (persons && (personsMissing || (anyDropped && isAnyWithoutKey(screened)))) {
      onlyPersons = keys(kept.get().select("person_key"));
    }
    if (schema.primaryKey().size() == 1 && anyDropped) {
      String isDropped = "%s = '%s'".formatted(Screening.SIDE, Side.DROPPED);
      dropped.put(
          schema.name(), keys(screened.filter(isDropped).select(schema.primaryKey().getFirst())));
    }
  }

  private static boolean isAnyWithoutKey(Dataset<Row> persons) {
    return !persons.filter("person_key IS NULL").isEmpty();
  }

  private static Set<String> keys(Dataset<Row> column) {
    return column.na().drop().distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .collect(toUnmodifiableSet());
  }

  /**
   * The only persons whose rows may be kept, if not all that was said of persons could be read;
   * empty if there is no such doubt.
   */
  Optional<Set<String>> onlyPersons() {
    return Optional.ofNullable(onlyPersons);
  }

  /** Keys of a table's rows that are kept nowhere; empty if there are none. */
  Set<String> droppedFrom(String table) {
    return dropped.getOrDefault(table, Set.of());
  }

  /** From pairs of a node and the node above it, which is null at the top. */
  private void organisation(Iterable<Row> parents) {
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
  Optional<Dataset<Row>> deaths() {
    return Optional.ofNullable(deaths);
  }
}
