package se.helhetssyn.pipelines.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.door.ArrivedFile;
import se.helhetssyn.pipelines.door.Door;
import se.helhetssyn.pipelines.mapping.MappingDefinition.FileSource;
import se.helhetssyn.pipelines.reading.Delivered;
import se.helhetssyn.pipelines.refusal.Refusal;

/** The delivered files and own lists that a mapping reads, as they were found at the door. */
final class SourceFiles {
  private final MappingDefinition mapping;
  private final ColumnUses uses;
  private final Map<String, List<ArrivedFile>> arrived = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private SourceFiles(MappingDefinition mapping) {
    this.mapping = mapping;
    this.uses = ColumnUses.of(mapping);
  }

  /**
   * Finds the files of a delivery; refuses when one is missing or lacks a column that the mapping
   * reads. A file that was turned away at the door is none of these: it is not read.
   */
  static SourceFiles of(Delivery delivery, MappingDefinition mapping) {
    SourceFiles files = look(delivery, mapping);
    if (!files.problems.isEmpty()) {
      throw Refusal.badInput(String.join("\n", files.problems));
    }
    return files;
  }

  /** Finds the files and remembers what is amiss, in {@link #problems}. */
  static SourceFiles look(Delivery delivery, MappingDefinition mapping) {
    SourceFiles files = new SourceFiles(mapping);
    mapping.files().forEach((name, source) -> files.find(name, source, delivery));
    mapping.lists().forEach(files::readList);
    mapping.files().keySet().forEach(files::requireColumns);
    mapping.lists().keySet().forEach(files::requireColumns);
    return files;
  }

  private void find(String name, FileSource source, Delivery delivery) {
    List<ArrivedFile> found = delivery.of(name);
    if (found.isEmpty() && !source.optional()) {
      problems.add(
          "Mappningen väntar sig en fil som heter %s, men ingen sådan har levererats."
              .formatted(source.pattern()));
    }
    arrived.put(name, found);
  }

  private void readList(String name, String path) {
    ArrivedFile list = Door.examine(Path.of(path), uses.expectation(name));
    list.turnedAway().ifPresent(why -> problems.add(why.reason()));
    arrived.put(name, List.of(list));
  }

  private void requireColumns(String name) {
    List<String> there = columns(name);
    if (of(name).isEmpty()) {
      return;
    }
    for (String column : uses.read(name)) {
      if (!there.contains(column)) {
        problems.add(
            "Mappningen läser kolumnen %s, men den finns inte i filen %s%s."
                .formatted(column, shown(name), Mistakes.meant(column, there)));
      }
    }
  }

  /** What is amiss, one Swedish sentence each. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Why files are not taken in, one Swedish sentence each. */
  List<String> turnedAway() {
    return arrived.values().stream()
        .flatMap(List::stream)
        .flatMap(file -> file.turnedAway().stream())
        .map(ArrivedFile.TurnedAway::reason)
        .distinct()
        .toList();
  }

  /** The name that people know a file by. */
  String shown(String name) {
    String list = mapping.lists().get(name);
    FileSource source = mapping.files().get(name);
    return list != null
        ? String.valueOf(Path.of(list).getFileName())
        : source == null ? name : source.pattern();
  }

  /** Every file that was found, each as often as the mapping names it. */
  Map<String, List<ArrivedFile>> arrived() {
    return arrived;
  }

  /** The files of one name that are read. */
  List<Delivered> of(@Nullable String name) {
    return name == null
        ? List.of()
        : arrived.getOrDefault(name, List.of()).stream()
            .flatMap(file ->
                file.form().stream()
                    .map(form -> new Delivered(file.path(), file.input().file(), form)))
            .toList();
  }

  /** Every column that a file has, or several files of the same name in the mapping. */
  List<String> columns(String name) {
    return of(name).stream().flatMap(f -> f.form().header().stream()).distinct().toList();
  }

  /** Columns that the mapping does not read. */
  List<String> unread(String name) {
    Set<String> read = uses.read(name);
    return columns(name).stream().filter(column -> !read.contains(column)).toList();
  }
}
