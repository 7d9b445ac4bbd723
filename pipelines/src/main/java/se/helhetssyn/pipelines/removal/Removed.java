package se.helhetssyn.pipelines.removal;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * What a removal came to.
 *
 * @param rows where rows were taken away → how many; empty if there was nothing to take away
 * @param searched how many files were searched afterwards
 * @param left files that still hold what should be gone
 */
public record Removed(SortedMap<String, Long> rows, int searched, List<Path> left) {
  public Removed {
    left = List.copyOf(left);
  }

  /** Whether there was nothing to take away. */
  public boolean isNothing() {
    return rows.isEmpty();
  }

  /** Rows that were taken away, wherever they lay. */
  public long total() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
