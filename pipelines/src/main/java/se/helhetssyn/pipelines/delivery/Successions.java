package se.helhetssyn.pipelines.delivery;

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

  private Successions() {}

  /** Those of files that were taken in. */
  static List<Succession> of(List<ReceivedFile> files) {
    return files.stream()
        .flatMap(file -> TextRows.of(file.arrived()).stream())
        .map(row ->
            new Succession(
                row.getOrDefault("old_key", ""),
                row.getOrDefault("new_key", ""),
                row.getOrDefault("changed_at", "")))
        .filter(each -> !each.oldKey().isEmpty() && !each.newKey().isEmpty())
        .distinct()
        .toList();
  }
}
