package se.helhetssyn.pipelines.removal;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.pipelines.file.Folders;
import se.helhetssyn.pipelines.removal.StoredTables.Stored;
import se.helhetssyn.pipelines.trusted.TrustedFiles;

/**
 * Clears away what only generations that are gone stood on, so that a store grows with what is
 * delivered and not with how often small tables are written anew. Whoever does it holds the store's
 * lock.
 */
public final class UnneededVersions {
  private final StoredTables stored;
  private final OldVersions versions;

  public UnneededVersions(StoreLayout store) {
    this.stored = new StoredTables(store);
    this.versions = new OldVersions(new TrustedFiles(store));
  }

  /**
   * Clears the tables that generations which are gone stood on other versions of than any that is
   * left.
   *
   * @param gone what those stood on
   * @param left what the others stand on, the served one among them
   */
  public void clear(List<StoreState> gone, List<StoreState> left) {
    for (Stored table : stored.all()) {
      Set<Long> wanted = versions(table, left);
      if (!wanted.isEmpty() && !wanted.containsAll(versions(table, gone))) {
        versions.leave(table, wanted);
      }
    }
  }

  /**
   * Clears whatever no generation stands on: versions, tables, and files that a run which died has
   * written and no version names.
   *
   * @param left what the generations stand on; nothing is left of the tables if there are none
   */
  public void clearAllBut(List<StoreState> left) {
    for (Stored table : stored.all()) {
      Set<Long> wanted = versions(table, left);
      if (wanted.isEmpty()) {
        Folders.delete(table.folder());
      } else {
        versions.leave(table, wanted);
      }
    }
  }

  private static Set<Long> versions(Stored table, List<StoreState> states) {
    return states.stream()
        .map(state -> table.kind().version(state, table.name()))
        .filter(Objects::nonNull)
        .collect(toSet());
  }
}
