package se.helhetssyn.pipelines.door;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the header among the first records: the first that holds at least half of the known
 * columns, or consists of known columns for at least one half. Records above it are titles.
 */
final class HeaderSearch {
  /** Columns that a table can have. */
  static final int MOST_COLUMNS = 4_096;

  private static final int FARTHEST = 100;

  private final Set<String> known;
  private final int skip;
  private int records;
  private List<String> header = List.of();

  HeaderSearch(Expectation expected) {
    known = Set.copyOf(expected.columns());
    skip = expected.skip();
  }

  /** Takes the next record; true while the header is not found and it is worth to look on. */
  boolean seek(List<String> cells) {
    records++;
    List<String> names = cells.stream().map(String::strip).toList();
    if (records > skip && isHeader(names)) {
      header = names;
    }
    return header.isEmpty() && records < skip + FARTHEST;
  }

  private boolean isHeader(List<String> names) {
    if (known.isEmpty()) {
      return names.stream().noneMatch(String::isEmpty);
    }
    long hits = names.stream().distinct().filter(known::contains).count();
    return hits > 0 && (2 * hits >= known.size() || 2 * hits >= names.size());
  }

  /** The columns; empty while there are none. */
  List<String> header() {
    return header;
  }

  /** Records up to the header, that one among them. */
  int records() {
    return records;
  }

  /** Titles above the header that nobody told of. */
  int titles() {
    return Math.max(0, records - skip - 1);
  }

  /** Why the header cannot be used, for a file of that name. */
  Optional<ArrivedFile.TurnedAway> fault(String file) {
    if (records == 0) {
      return Optional.of(Reason.EMPTY.of(file));
    }
    if (header.isEmpty()) {
      return Optional.of(Reason.NO_HEADER.of(file));
    }
    if (header.size() > MOST_COLUMNS) {
      return Optional.of(Reason.TOO_MANY_COLUMNS.of(file));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).isEmpty()) {
        return Optional.of(Reason.NAMELESS_COLUMN.of(file));
      }
      if (!seen.add(header.get(i).toLowerCase(Locale.ROOT))) {
        return Optional.of(Reason.DOUBLED_COLUMN.of(file, i + 1));
      }
    }
    return Optional.empty();
  }
}
