package se.helhetssyn.pipelines.removal;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.removal.StoredTables.Kind;

/**
 * Finds the rows about a person in all that lies on disk, also in old versions: those with one of
 * the person's keys, and those that hang on such rows. A row that other persons' rows hang on too
 * is not the person's.
 */
final class ErasedRows {
  static final String SUCCESSION = "person_succession";
  private static final List<String> SUCCESSION_KEYS = List.of("old_key", "new_key");
  private static final String KEYS = "erased_key";

  private final RemovalBench bench;
  private final StoredTables stored;
  private final PersonTies ties;

  ErasedRows(RemovalBench bench, StoredTables stored, PersonTies ties) {
    this.bench = bench;
    this.stored = stored;
    this.ties = ties;
  }

  /** Keys of persons on disk that are blocked. */
  Set<String> blocked(BlockedKeys blocked) {
    bench.texts(KEYS, blocked.all(BlockedKeys.PERSONS));
    Stream<String> own =
        ties.tables().stream()
            .filter(PersonTies::hasKey)
            .flatMap(t -> keys(filesOf(t.name()), PersonTies.PERSON_KEY));
    Stream<String> replaced =
        SUCCESSION_KEYS.stream().flatMap(column -> keys(filesOf(SUCCESSION), column));
    String all = Stream.concat(own, replaced).collect(joining(" UNION "));
    return all.isEmpty() || blocked.salt().isEmpty()
        ? Set.of()
        : new TreeSet<>(
            bench.texts(
                "SELECT k FROM (%s) WHERE sha256(unhex('%s') || encode(k)) IN (FROM %s)"
                    .formatted(all, blocked.salt().get(), KEYS)));
  }

  private List<Path> filesOf(String table) {
    return Stream.concat(
            Stream.of(Kind.values()).flatMap(kind -> stored.onDisk(kind, table).stream()),
            stored.setAside(table).stream())
        .toList();
  }

  private Stream<String> keys(List<Path> files, String column) {
    return files.isEmpty() || !bench.columns(files).contains(column)
        ? Stream.empty()
        : Stream.of(
            "SELECT CAST(\"%1$s\" AS VARCHAR) AS k FROM %2$s WHERE \"%1$s\" IS NOT NULL"
                .formatted(column, RemovalBench.parquet(files)));
  }

  /** Every key the persons have had or got, the given ones among them. */
  Set<String> keysOf(Set<String> given) {
    List<Path> files =
        Stream.of(Kind.values()).flatMap(k -> stored.onDisk(k, SUCCESSION).stream()).toList();
    Set<String> keys = new TreeSet<>(given);
    bench.texts(KEYS, keys);
    while (!files.isEmpty() && keys.addAll(bench.texts(next(files)))) {
      bench.texts(KEYS, keys);
    }
    return keys;
  }

  private static String next(List<Path> files) {
    return """
    SELECT new_key FROM %1$s WHERE old_key IN (FROM %2$s) AND new_key IS NOT NULL
    UNION SELECT old_key FROM %1$s WHERE new_key IN (FROM %2$s) AND old_key IS NOT NULL\
    """
        .formatted(RemovalBench.parquet(files), KEYS);
  }

  /** What the person's rows are taken by, parents before children. */
  List<Handle> find(Set<String> keys) {
    bench.texts(KEYS, keys);
    List<Handle> handles = new ArrayList<>();
    for (TableSchema table : ties.tables()) {
      List<Handle> own = handles(table);
      bench.execute("CREATE OR REPLACE VIEW %s AS %s".formatted(rows(table), everywhere(table)));
      bench.execute(gone(table, own));
      handles.addAll(own);
      handles.add(new Handle(table.name(), table.primaryKey(), GoneRows.of(table.name())));
    }
    SUCCESSION_KEYS.forEach(c -> handles.add(new Handle(SUCCESSION, List.of(c), KEYS)));
    return handles;
  }

  private List<Handle> handles(TableSchema table) {
    return PersonTies.hasKey(table)
        ? List.of(new Handle(table.name(), List.of(PersonTies.PERSON_KEY), KEYS))
        : ties.parents(table).stream()
            .map(p -> new Handle(table.name(), p.fields(), GoneRows.of(p.table())))
            .toList();
  }

  private static String rows(TableSchema table) {
    return "rows_" + table.name();
  }

  private String everywhere(TableSchema table) {
    return GoneRows.shape(table, "FALSE AS set_aside")
        + part(stored.onDisk(Kind.RECEIVED, table.name()), false)
        + part(stored.onDisk(Kind.TRUSTED, table.name()), false)
        + part(stored.setAside(table.name()), true);
  }

  private static String part(List<Path> files, boolean setAside) {
    return files.isEmpty()
        ? ""
        : " UNION ALL BY NAME SELECT CAST(COLUMNS(*) AS VARCHAR), %s AS set_aside FROM %s"
            .formatted(setAside, RemovalBench.parquet(files));
  }

  private static String gone(TableSchema table, List<Handle> handles) {
    String taken = handles.stream().map(Handle::takes).collect(joining(" OR "));
    String known = PersonTies.hasKey(table) ? PersonTies.PERSON_KEY + " IS NOT NULL" : "TRUE";
    return """
    CREATE OR REPLACE TABLE %1$s AS
    SELECT %2$s FROM %3$s WHERE %4$s
    EXCEPT SELECT %2$s FROM %3$s WHERE NOT set_aside AND %5$s AND NOT (%4$s)\
    """
        .formatted(GoneRows.of(table.name()), GoneRows.key(table), rows(table), taken, known);
  }
}
