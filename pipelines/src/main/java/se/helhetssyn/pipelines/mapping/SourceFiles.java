package se.helhetssyn.pipelines.mapping;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.intake.DeliveredFile;
import se.helhetssyn.pipelines.mapping.MappingDefinition.FileSource;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;
import se.helhetssyn.pipelines.refusal.Refusal;

/** The delivered files and own lists that a mapping reads, with the form of each. */
final class SourceFiles {
  private final MappingDefinition mapping;
  private final Map<String, Map<Path, FileForm>> forms = new LinkedHashMap<>();
  private final List<Path> delivered;
  private final List<String> problems = new ArrayList<>();

  private SourceFiles(MappingDefinition mapping, List<Path> delivered) {
    this.mapping = mapping;
    this.delivered = delivered;
  }

  /** Finds the files; refuses when one is missing or lacks a column that the mapping reads. */
  static SourceFiles find(Path folder, MappingDefinition mapping) {
    SourceFiles files = look(folder, mapping);
    if (!files.problems.isEmpty()) {
      throw Refusal.badInput(String.join("\n", files.problems));
    }
    return files;
  }

  /** Finds the files and remembers what is amiss, in {@link #problems}. */
  static SourceFiles look(Path folder, MappingDefinition mapping) {
    SourceFiles files = new SourceFiles(mapping, DeliveredFile.listIn(folder));
    mapping.files().forEach(files::find);
    mapping.lists().forEach((name, list) -> files.examine(name, List.of(Path.of(list)), LIST));
    files.columnsRead().forEach(files::requireColumns);
    return files;
  }

  private static final FileSource LIST = new FileSource("", ',', "UTF-8", 1, 0, null, '.', false);

  private void find(String name, FileSource source) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + source.pattern());
    List<Path> found = delivered.stream().filter(f -> matcher.matches(f.getFileName())).toList();
    if (found.isEmpty() && !source.optional()) {
      problems.add(
          "Mappningen väntar sig en fil som heter %s, men ingen sådan har levererats."
              .formatted(source.pattern()));
    }
    examine(name, found, source);
  }

  private void examine(String name, List<Path> found, FileSource source) {
    Map<Path, FileForm> examined = new LinkedHashMap<>();
    Set<String> read = columnsRead().getOrDefault(name, Set.of());
    for (Path file : found) {
      examined.put(file, DeliveredForm.of(file, source, read));
    }
    forms.put(name, examined);
  }

  /** Own name of a file → the columns that are read from it. */
  private Map<String, Set<String>> columnsRead() {
    Map<String, Set<String>> read = new LinkedHashMap<>();
    for (List<RowSource> sources : mapping.tables().values()) {
      for (RowSource source : sources) {
        String from = source.from();
        if (from != null && source.where() != null) {
          columns(read, from).add(source.where().column());
        }
        for (ColumnSource value : source.everyValue()) {
          if (from != null && value.origin() instanceof ColumnSource.Column(String column)) {
            columns(read, from).add(column);
          }
          if (value.origin() instanceof ColumnSource.Lookup lookup) {
            columns(read, lookup.file()).addAll(List.of(lookup.key(), lookup.take()));
          }
        }
      }
    }
    return read;
  }

  private static Set<String> columns(Map<String, Set<String>> read, String file) {
    return read.computeIfAbsent(file, f -> new LinkedHashSet<>());
  }

  private void requireColumns(String name, Set<String> read) {
    if (of(name).isEmpty()) {
      return;
    }
    List<String> there = columns(name);
    for (String column : read) {
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

  /** The name that people know a file by. */
  String shown(String name) {
    String list = mapping.lists().get(name);
    FileSource source = mapping.files().get(name);
    return list != null
        ? String.valueOf(Path.of(list).getFileName())
        : source == null ? name : source.pattern();
  }

  /** Every column that a file has, or several files of the same name in the mapping. */
  List<String> columns(String name) {
    return of(name).values().stream().flatMap(f -> f.header().stream()).distinct().toList();
  }

  /** Columns that the mapping does not read. */
  List<String> unread(String name) {
    Set<String> read = columnsRead().getOrDefault(name, Set.of());
    return columns(name).stream().filter(column -> !read.contains(column)).toList();
  }

  /** Delivered files that the mapping does not read, by name. */
  List<String> ignored() {
    return delivered.stream()
        .filter(file -> forms.values().stream().noneMatch(f -> f.containsKey(file)))
        .map(file -> file.getFileName().toString())
        .toList();
  }

  /** The files of one name, with the form of each. */
  Map<Path, FileForm> of(@Nullable String name) {
    return name == null ? Map.of() : forms.getOrDefault(name, Map.of());
  }

  List<Manifest.Input> inputs() {
    return forms.values().stream()
        .flatMap(f -> f.keySet().stream())
        .distinct()
        .map(DeliveredFile::examine)
        .toList();
  }
}
