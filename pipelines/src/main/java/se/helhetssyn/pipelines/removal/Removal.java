package se.helhetssyn.pipelines.removal;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.file.Folders;
import se.helhetssyn.pipelines.removal.StoredTables.Kind;
import se.helhetssyn.pipelines.removal.StoredTables.Stored;
import se.helhetssyn.pipelines.trusted.TrustedFiles;

/**
 * Takes rows away from everything a store holds, in an order that a removal which was cut off can
 * be made anew in: first what lies aside, then new versions of the tables, then the states that
 * name them, and last what only older versions stand on. Published figures are not touched.
 */
final class Removal {
  private static final String RECORDS = "gone_record";

  private final RemovalSite site;
  private final StoreLayout store;
  private final RemovalBench bench;
  private final StoredTables stored;
  private final List<Handle> handles;
  private final SortedMap<String, Long> rows = new TreeMap<>();
  private final TableRemoval tables;
  private final OldVersions versions;

  Removal(RemovalSite site, RemovalBench bench, List<Handle> handles) {
    this.site = site;
    this.store = site.store();
    this.bench = bench;
    this.stored = new StoredTables(store);
    this.handles = List.copyOf(handles);
    TrustedFiles files = new TrustedFiles(store);
    this.tables = new TableRemoval(bench, site.spark(), files, site.scratch());
    this.versions = new OldVersions(files);
  }

  /**
   * Deletes what no generation needs before anything is looked for: a file that a run which died
   * has half written cannot be searched.
   */
  static void clearUnneeded(RemovalSite site, RemovalBench bench) {
    new Removal(site, bench, List.of()).oldVersions();
  }

  private List<Handle> handles(String table) {
    return handles.stream().filter(handle -> handle.table().equals(table)).toList();
  }

  /** How many rows are to go from the tables as they are now. */
  long count() {
    long count = 0;
    for (Stored table : stored.all()) {
      Long version = table.kind().version(site.state(), table.name());
      count += version == null ? 0 : tables.count(table, version, handles(table.name()));
    }
    return count;
  }

  /** Where rows were taken away → how many. */
  SortedMap<String, Long> rows() {
    return rows;
  }

  /** Takes rows away from what was set aside in runs, children before parents. */
  void fromQuarantine(List<TableSchema> parentsFirst, List<Mention> mentions) {
    FileRemoval files = new FileRemoval(bench);
    for (TableSchema table : parentsFirst.reversed()) {
      for (Path file : stored.setAside(table.name())) {
        add("quarantine/" + table.name(), files.clear(file, handles(table.name()), mentions));
      }
    }
    for (Path file : StoredTables.parquet(stored.quarantine())) {
      add("quarantine/" + StoredTables.folderOf(file), files.clear(file, List.of(), mentions));
    }
  }

  /**
   * Takes away the rows that are kept for work beside the figures: they do not tell whose they are.
   * Those of the served generation may stay if nothing goes from the tables it stands on; the
   * others are made anew by the next run.
   */
  void measures() {
    if (count() > 0) {
      Folders.delete(store.measures());
    } else {
      StoredTables.folders(store.measures())
          .filter(folder -> !folder.equals(store.measures(site.served())))
          .forEach(Folders::delete);
    }
  }

  /** Takes the marks of rows that go away from every generation. */
  void fromMarks(List<TableSchema> about) {
    bench.execute(
        "CREATE OR REPLACE TABLE %s AS %s"
            .formatted(
                RECORDS,
                about.stream()
                    .map(table ->
                        "SELECT '%s' AS table_name, %s AS record_key FROM %s"
                            .formatted(
                                table.name(), GoneRows.record(table), GoneRows.of(table.name())))
                    .collect(joining(" UNION "))));
    FileRemoval files = new FileRemoval(bench);
    for (Path generation : StoredTables.folders(store.generations()).toList()) {
      Path marks = generation.resolve("quality_mark.parquet");
      if (Files.exists(marks)) {
        add("quality_mark", files.clearMarks(marks, RECORDS));
      }
    }
  }

  /** Writes new versions of the tables, and the states that name them. Returns the served one. */
  StoreState fromTables(StoreState.Cause cause, @Nullable String culledBefore) {
    Map<Kind, Map<String, Long>> now = new HashMap<>();
    for (Kind kind : Kind.values()) {
      now.put(kind, new HashMap<>());
    }
    for (Stored table : stored.all()) {
      Long version = table.kind().version(site.state(), table.name());
      if (version != null) {
        TableRemoval.Cleared cleared = tables.clear(table, version, handles(table.name()));
        Objects.requireNonNull(now.get(table.kind())).put(table.name(), cleared.version());
        add(table.title(), cleared.removed());
      }
    }
    return new States(site)
        .removed(
            Objects.requireNonNull(now.get(Kind.TRUSTED)),
            Objects.requireNonNull(now.get(Kind.RECEIVED)),
            cause,
            culledBefore);
  }

  /** Deletes what no generation needs whose figures can still be computed again. */
  void oldVersions() {
    Map<String, StoreState> needed = new States(site).needed();
    for (Stored table : stored.all()) {
      Set<Long> wanted =
          needed.values().stream()
              .map(state -> table.kind().version(state, table.name()))
              .filter(Objects::nonNull)
              .collect(toSet());
      if (wanted.isEmpty()) {
        Folders.delete(table.folder());
      } else {
        versions.leave(table, wanted);
      }
    }
  }

  /** Files of the tables and of what was set aside that still hold rows that should be gone. */
  List<Path> left() {
    FileRemoval files = new FileRemoval(bench);
    List<Path> left = new ArrayList<>();
    handles.stream()
        .map(Handle::table)
        .distinct()
        .forEach(table -> {
          List<Path> all = new ArrayList<>(stored.setAside(table));
          for (Kind kind : Kind.values()) {
            all.addAll(stored.onDisk(kind, table));
          }
          all.stream().filter(f -> files.count(f, handles(table)) > 0).forEach(left::add);
        });
    return left;
  }

  private void add(String where, long count) {
    if (count > 0) {
      rows.merge(where, count, Long::sum);
    }
  }
}
