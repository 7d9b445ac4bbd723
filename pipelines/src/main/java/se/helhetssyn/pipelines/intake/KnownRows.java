package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.removal.BlockedKeys;

/** What rows are held against: what the tables before told. Filled while tables are taken in. */
final class KnownRows {
  static final String ORGANISATION = "org_unit";
  static final String PERSONS = BlockedKeys.PERSONS;

  private final Map<String, Set<String>> dropped = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> gone = new ConcurrentHashMap<>();
  private final boolean personsMissing;
  private final @Nullable BlockedKeys blocked;
  private final Map<String, Set<String>> digests = new ConcurrentHashMap<>();
  private volatile Set<String> banned = Set.of();
  private volatile @Nullable UnitTree before;
  private volatile @Nullable Set<String> onlyPersons;
  private volatile @Nullable UnitTree units;
  private volatile @Nullable Dataset<Row> deaths;

  /**
   * @param personsMissing whether a file with persons was turned away
   */
  KnownRows(boolean personsMissing) {
    this(personsMissing, null);
  }

  /**
   * @param blocked keys that must not come back; null if there are none
   */
  KnownRows(boolean personsMissing, @Nullable BlockedKeys blocked) {
    this.personsMissing = personsMissing;
    this.blocked = blocked;
  }

  /** Tells of the organisation as it was before this run. */
  void remember(UnitTree tree) {
    before = tree;
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
    learn(schema, kept);
    if (schema.name().equals(PERSONS)
        && counts.rows(Side.DROPPED) > 0
        && isAnyWithoutKey(screened)) {
      onlyPersons = keys(kept.get().select("person_key"));
    }
    if (schema.primaryKey().size() == 1 && counts.isAny(Side.DROPPED)) {
      drop(schema, screened);
    }
  }

  /** The same, of a table that this run does not change. */
  void learn(TableSchema schema, Supplier<Dataset<Row>> kept) {
    if (schema.name().equals(ORGANISATION)) {
      units = UnitTree.of(kept.get());
    }
    if (schema.name().equals(PERSONS)) {
      deaths = kept.get().filter("death_date IS NOT NULL").select("person_key", "death_date");
      if (personsMissing) {
        onlyPersons = keys(kept.get().select("person_key"));
      }
    }
  }

  private void drop(TableSchema schema, Dataset<Row> screened) {
    String isDropped = "%s = '%s'".formatted(Screening.SIDE, Side.DROPPED);
    Set<String> now = new HashSet<>();
    Set<String> always = new HashSet<>();
    screened
        .filter(isDropped)
        .select(schema.primaryKey().getFirst(), Screening.FOR_GOOD)
        .na()
        .drop()
        .distinct()
        .collectAsList()
        .forEach(row -> (row.getBoolean(1) ? always : now).add(row.getString(0)));
    now.removeAll(always);
    dropped.put(schema.name(), Set.copyOf(now));
    gone.put(schema.name(), Set.copyOf(always));
  }

  /** Keys, by table, that must not come back once what this run made is published. */
  Map<String, Set<String>> toBlock() {
    return Map.copyOf(gone);
  }

  /** Tells of persons of whom nothing may be kept: one of their keys must not come back. */
  void ban(Set<String> keys) {
    banned = Set.copyOf(keys);
  }

  /** Every known key of persons one of whose keys must not come back. */
  Set<String> banned() {
    return banned;
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

  /** Keys of a table's rows that are not kept in this run; empty if there are none. */
  Set<String> droppedFrom(String table) {
    return dropped.getOrDefault(table, Set.of());
  }

  /** Keys of a table's rows of which nothing may be kept, now or later; empty if there are none. */
  Set<String> goneFrom(String table) {
    Set<String> now = gone.getOrDefault(table, Set.of());
    if (banned.isEmpty() || !table.equals(PERSONS)) {
      return now;
    }
    Set<String> all = new HashSet<>(banned);
    all.addAll(now);
    return all;
  }

  /** Columns of a table that tell of a row that may be blocked → the table that row is of. */
  Map<String, String> blockable(TableSchema schema) {
    Map<String, String> columns = new LinkedHashMap<>();
    if (schema.primaryKey().size() == 1) {
      columns.put(schema.primaryKey().getFirst(), schema.name());
    }
    for (ForeignKey key : schema.foreignKeys()) {
      if (key.fields().size() == 1 && !key.table().equals(schema.name())) {
        columns.put(key.fields().getFirst(), key.table());
      }
    }
    return columns;
  }

  /** Digests of a table's keys that must not come back. */
  Set<String> blocked(String table) {
    BlockedKeys keys = blocked;
    return keys == null ? Set.of() : digests.computeIfAbsent(table, keys::all);
  }

  /** SQL: what a column's text would be blocked as. */
  String digest(String column) {
    String salt = blocked == null ? "" : blocked.salt().orElse("");
    return "sha2(concat(unhex('%s'), CAST(%s AS BINARY)), 256)"
        .formatted(salt, SqlText.quoted(column));
  }

  /** Every node; empty as long as no organisation is known. */
  Optional<Set<String>> units() {
    return Optional.ofNullable(units).map(UnitTree::nodes);
  }

  /** Whether this is the first run that knows an organisation. */
  boolean isOrganisationNew() {
    return before == null && units != null;
  }

  /** Nodes that are new or gone, or in another place than before this run. */
  Set<String> movedUnits() {
    UnitTree now = units;
    UnitTree old = before;
    return now == null || old == null ? Set.of() : new TreeSet<>(old.differences(now));
  }

  /** A node and all below it. */
  Set<String> subtree(String root) {
    UnitTree tree = units;
    return tree == null ? Set.of(root) : tree.below(root);
  }

  /** Persons who have died ({@code person_key}, {@code death_date}). */
  Optional<Dataset<Row>> deaths() {
    return Optional.ofNullable(deaths);
  }
}
