package se.helhetssyn.pipelines.delivery;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.helhetssyn.pipelines.door.ColumnKind;

/**
 * Persons who came with two keys: a temporary one was replaced. The file {@code
 * person_succession.csv} has the columns {@code old_key}, {@code new_key} and, for people, {@code
 * changed_at}.
 */
final class Successions {
  static final String FILE = "person_succession";
  static final List<String> COLUMNS = List.of("old_key", "new_key", "changed_at");
  static final Map<String, ColumnKind> KINDS =
      Map.of(
          "old_key", ColumnKind.HEX_KEY,
          "new_key", ColumnKind.HEX_KEY,
          "changed_at", ColumnKind.NUMBER_LIKE);

  private static final Comparator<Map<String, String>> BY_DAY =
      Comparator.comparing((Map<String, String> row) -> row.getOrDefault("changed_at", ""))
          .thenComparing(row -> row.getOrDefault("new_key", ""));

  private Successions() {}

  /**
   * Replaced key → the key that took its place, of files that were taken in; the last change holds.
   */
  static Map<String, String> of(List<ReceivedFile> files) {
    Map<String, String> successions = new HashMap<>();
    files.stream()
        .flatMap(file -> TextRows.of(file.arrived()).stream())
        .filter(row -> !row.getOrDefault("old_key", "").isEmpty())
        .filter(row -> !row.getOrDefault("new_key", "").isEmpty())
        .sorted(BY_DAY)
        .forEach(row -> successions.put(row.get("old_key"), row.get("new_key")));
    return successions;
  }
}
