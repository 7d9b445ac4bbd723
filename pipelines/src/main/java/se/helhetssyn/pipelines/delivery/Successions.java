package se.helhetssyn.pipelines.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.helhetssyn.pipelines.file.CsvRecords;
import se.helhetssyn.pipelines.file.RecordSource;

/**
 * Persons who came with two keys: a temporary one was replaced. The file {@code
 * person_succession.csv} has the columns {@code old_key}, {@code new_key} and, for people, {@code
 * changed_at}.
 */
final class Successions {
  static final String FILE = "person_succession";
  static final List<String> COLUMNS = List.of("old_key", "new_key", "changed_at");

  private Successions() {}

  /** Old key → the key that is in use at the end of its chain; keys that go in circles are left. */
  static Map<String, String> of(List<ReceivedFile> files) {
    Map<String, String> next = new HashMap<>();
    files.stream().filter(ReceivedFile::isTaken).forEach(file -> read(file, next));
    Map<String, String> last = new HashMap<>();
    next.keySet().forEach(key -> {
      String end = end(key, next);
      if (!end.equals(key)) {
        last.put(key, end);
      }
    });
    return last;
  }

  private static String end(String key, Map<String, String> next) {
    Set<String> seen = new HashSet<>();
    String at = key;
    while (next.containsKey(at)) {
      if (!seen.add(at)) {
        return key;
      }
      at = next.getOrDefault(at, at);
    }
    return at;
  }

  private static void read(ReceivedFile file, Map<String, String> next) {
    file.arrived()
        .form()
        .ifPresent(form -> {
          int from = form.header().indexOf("old_key");
          int to = form.header().indexOf("new_key");
          try (RecordSource records = CsvRecords.open(file.arrived().path(), form)) {
            while (records.next()) {
              if (records.size() == form.header().size()) {
                String old = records.value(from).toString();
                String now = records.value(to).toString();
                if (!old.isBlank() && !now.isBlank()) {
                  next.put(old, now);
                }
              }
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
