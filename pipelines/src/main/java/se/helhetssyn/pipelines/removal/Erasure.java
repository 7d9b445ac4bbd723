package se.helhetssyn.pipelines.removal;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.StoreState.Cause;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.file.Folders;
import se.helhetssyn.pipelines.removal.RemovalLog.Phase;

/**
 * Takes persons away from a store: every row with one of the person's keys and what hangs on such
 * rows, in every version, and sees to it that the next delivery does not bring the person back.
 * Afterwards the whole store is searched. Published figures stay.
 */
public final class Erasure {
  private final RemovalSite site;
  private final DataPackage contract;

  public Erasure(RemovalSite site, DataPackage contract) {
    this.site = site;
    this.contract = contract;
  }

  /**
   * Takes every person away of whom nothing may be kept any longer and who was kept before that was
   * known. They are found by what is blocked, so that this can be made anew as often as it is cut
   * off. If there are none the store is left as it is, and nothing is put on record.
   */
  public Removed forget() {
    BlockedKeys blocked = BlockedKeys.of(site.store());
    try (RemovalBench bench = RemovalBench.open(site.scratch())) {
      Removal.clearUnneeded(site, bench);
      ErasedRows rows = new ErasedRows(bench, stored(), new PersonTies(contract));
      Set<String> keys = rows.keysOf(rows.blocked(blocked));
      Removed removed = new Removed(new TreeMap<>(), 0, List.of());
      if (!keys.isEmpty()) {
        RemovalLog.Line begun = line(Cause.PROTECTION, null, null);
        RemovalLog log = new RemovalLog(site.store());
        log.add(begun);
        Set<String> told = keys.stream().filter(key -> new Mention(key).isLong()).collect(toSet());
        removed = erase(bench, Cause.PROTECTION, keys, told);
        log.add(begun.ended(site.store(), removed));
      }
      if (removed.left().isEmpty()) {
        blocked.expectNoRows();
      }
      return removed;
    }
  }

  /**
   * Takes a person away. A key that is nowhere and was never erased changes nothing.
   *
   * @param key one of the person's keys
   * @param reason why, for the record; null if nobody says
   */
  public Removed erase(String key, @Nullable String reason) {
    try (RemovalBench bench = RemovalBench.open(site.scratch())) {
      site.progress().accept("Söker efter personen …");
      Removal.clearUnneeded(site, bench);
      BlockedKeys blocked = BlockedKeys.of(site.store());
      Set<String> keys =
          new ErasedRows(bench, stored(), new PersonTies(contract)).keysOf(Set.of(key));
      StoreSearch.Outcome before = new StoreSearch(bench, keys).in(site.store().root());
      RemovalLog.Line begun = line(Cause.ERASURE, blocked.digest(key), reason);
      RemovalLog log = new RemovalLog(site.store());
      log.add(begun);
      boolean known = !before.found().isEmpty() || blocked.contains(BlockedKeys.PERSONS, key);
      Removed removed =
          known
              ? erase(bench, Cause.ERASURE, keys, keys)
              : new Removed(new TreeMap<>(), before.files(), List.of());
      log.add(begun.ended(site.store(), removed));
      return removed;
    }
  }

  private StoredTables stored() {
    return new StoredTables(site.store());
  }

  private RemovalLog.Line line(Cause cause, @Nullable String digest, @Nullable String reason) {
    return new RemovalLog.Line(
        site.at().toString(), cause, Phase.BEGUN, digest, reason, null, Map.of(), 0, List.of());
  }

  /**
   * Takes persons away.
   *
   * @param told those of the keys that are also looked for in what is not known to be a key
   */
  private Removed erase(RemovalBench bench, Cause cause, Set<String> keys, Set<String> told) {
    PersonTies ties = new PersonTies(contract);
    List<Handle> handles = new ErasedRows(bench, stored(), ties).find(keys);
    block(bench, ties, keys, BlockedKeys.of(site.store()));
    site.progress().accept("Tar bort rader …");
    List<Mention> mentions = told.stream().map(Mention::new).toList();
    Removal removal = new Removal(site, bench, handles);
    removal.fromQuarantine(ties.tables(), mentions);
    removal.measures();
    removal.fromMarks(ties.tables());
    removal.fromTables(cause, null);
    site.progress().accept("Tar bort gamla versioner …");
    removal.oldVersions();
    return search(bench, removal, told);
  }

  private Removed search(RemovalBench bench, Removal removal, Set<String> keys) {
    site.progress().accept("Söker igenom hela lagret …");
    Set<Path> left = new TreeSet<>(removal.left());
    site.spark().close();
    Folders.delete(site.scratch());
    StoreSearch.Outcome outcome = new StoreSearch(bench, keys).in(site.store().root());
    left.addAll(outcome.found());
    return new Removed(removal.rows(), outcome.files(), List.copyOf(left));
  }

  /** The person's keys, and those of rows that others point at: a delta may bring just them. */
  private void block(RemovalBench bench, PersonTies ties, Set<String> keys, BlockedKeys blocked) {
    blocked.add(BlockedKeys.PERSONS, keys);
    for (TableSchema table : ties.tables()) {
      boolean pointedAt =
          ties.tables().stream()
              .flatMap(child -> ties.parents(child).stream())
              .anyMatch(parent -> parent.table().equals(table.name()));
      if (pointedAt) {
        blocked.add(table.name(), bench.texts("SELECT * FROM " + GoneRows.of(table.name())));
      }
    }
  }
}
