package se.helhetssyn.pipelines.mapping;

import static java.util.stream.Collectors.toSet;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.door.ArrivedFile;
import se.helhetssyn.pipelines.door.Door;
import se.helhetssyn.pipelines.door.Expectation;
import se.helhetssyn.pipelines.mapping.MappingDefinition.FileSource;
import se.helhetssyn.pipelines.reading.Delivered;
import se.helhetssyn.pipelines.refusal.Refusal;

/** The delivered files and own lists that a mapping reads, as they were found at the door. */
final class SourceFiles {
  private final MappingDefinition mapping;
  private final ColumnUses uses;
  private final List<Path> delivered;
  private final Map<String, Long> announcedRows;
  private final Map<String, List<ArrivedFile>> arrived = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private SourceFiles(
      MappingDefinition mapping, List<Path> delivered, Map<String, Long> announcedRows) {
    this.mapping = mapping;
    this.uses = ColumnUses.of(mapping);
    this.delivered = delivered;
    this.announcedRows = announcedRows;
  }

  /**
   * Finds the files; refuses when one is missing or lacks a column that the mapping reads. A file
   * that is turned away at the door is none of these: it is not read.
   *
   * @param announcedRows digest of a file → its rows after the delivery's manifest
   */
  static SourceFiles find(Path folder, MappingDefinition mapping, Map<String, Long> announcedRows) {
    SourceFiles files = look(folder, mapping, announcedRows);
    if (!files.problems.isEmpty()) {
      throw Refusal.badInput(String.join("\n", files.problems));
    }
    return files;
  }

  /** Finds the files and remembers what is amiss, in {@link #problems}. */
  static SourceFiles look(Path folder, MappingDefinition mapping, Map<String, Long> announcedRows) {
    SourceFiles files = new SourceFiles(mapping, Door.filesIn(folder), announcedRows);
    mapping.files().forEach(files::find);
    mapping.lists().forEach(files::readList);
    mapping.files().keySet().forEach(files::requireColumns);
    mapping.lists().keySet().forEach(files::requireColumns);
    return files;
  }

  private void find(String name, FileSource source) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + source.pattern());
    List<Path> found = delivered.stream().filter(f -> matcher.matches(f.getFileName())).toList();
    if (found.isEmpty() && !source.optional()) {
      problems.add(
          "Mappningen väntar sig en fil som heter %s, men ingen sådan har levererats."
              .formatted(source.pattern()));
    }
    arrived.put(name, found.stream().map(file -> examine(file, name, source)).toList());
  }

  /**
   * A file whose columns are others than those that the mapping reads is not turned away for it:
   * the mapping has to be mended.
   */
  private ArrivedFile examine(Path file, String name, FileSource source) {
    Expectation expected = uses.expectation(name, source).announced(announcedRows);
    ArrivedFile examined = Door.examine(file, expected);
    if (examined.turnedAway().filter(why -> why.rule().equals("CT09")).isEmpty()) {
      return examined;
    }
    ArrivedFile whatever = Door.examine(file, ColumnUses.unnamed(expected));
    return whatever.form().isPresent() ? whatever : examined;
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

  /** Data files in the folder that the mapping does not read, by name. */
  List<String> ignored() {
    Set<Path> read =
        arrived.values().stream().flatMap(List::stream).map(ArrivedFile::path).collect(toSet());
    return delivered.stream()
        .filter(file -> !read.contains(file))
        .map(file -> file.getFileName().toString())
        .filter(name -> !name.matches("(extract_manifest|person_succession)\\..*"))
        .toList();
  }
}
