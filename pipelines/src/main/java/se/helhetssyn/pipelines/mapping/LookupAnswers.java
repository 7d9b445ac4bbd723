package se.helhetssyn.pipelines.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;
import se.helhetssyn.pipelines.reading.Delivered;
import se.helhetssyn.pipelines.reading.FileRows;
import se.helhetssyn.pipelines.refusal.Refusal;

/** What lookups find in other files and lists. */
final class LookupAnswers {
  private final SourceFiles files;
  private final Map<ColumnSource.Lookup, Map<String, String>> known = new HashMap<>();

  LookupAnswers(SourceFiles files) {
    this.files = files;
  }

  /** Lookup → key → value, for all that the rows need; refuses a key that has several values. */
  Map<ColumnSource.Lookup, Map<String, String>> of(RowSource source) {
    Map<ColumnSource.Lookup, Map<String, String>> needed = new HashMap<>();
    RowMaker.lookups(source)
        .forEach(lookup -> needed.put(lookup, known.computeIfAbsent(lookup, this::read)));
    return needed;
  }

  private Map<String, String> read(ColumnSource.Lookup lookup) {
    Map<String, String> answers = new HashMap<>();
    Set<String> unclear = new HashSet<>();
    files.of(lookup.file()).forEach(file -> read(lookup, file, answers, unclear));
    if (!unclear.isEmpty()) {
      throw Refusal.badInput(
          "Mappningen hämtar %s ur filen %s med %s som nyckel, men %d %s har flera olika värden där: rätta filen eller välj en annan nyckel."
              .formatted(
                  lookup.take(),
                  files.shown(lookup.file()),
                  lookup.key(),
                  unclear.size(),
                  unclear.size() == 1 ? "nyckel" : "nycklar"));
    }
    return answers;
  }

  private static void read(
      ColumnSource.Lookup lookup,
      Delivered file,
      Map<String, String> answers,
      Set<String> unclear) {
    int keyAt = file.form().header().indexOf(lookup.key());
    int takenAt = file.form().header().indexOf(lookup.take());
    try (FileRows rows = FileRows.open(file)) {
      while (rows.next()) {
        @Nullable String[] values = rows.values();
        String key = value(values, keyAt);
        String taken = value(values, takenAt);
        String other = key == null || taken == null ? null : answers.putIfAbsent(key, taken);
        if (key != null && other != null && !other.equals(taken)) {
          unclear.add(key);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String value(@Nullable String[] values, int position) {
    String text = position < 0 ? null : values[position];
    return text == null || text.isBlank() ? null : text.strip();
  }
}
