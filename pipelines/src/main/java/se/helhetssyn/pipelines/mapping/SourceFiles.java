package se.helhetssyn.pipelines.mapping;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.pipelines.intake.DeliveredFile;
import se.helhetssyn.pipelines.intake.FileHeader;
import se.helhetssyn.pipelines.mapping.MappingDefinition.ColumnSource;
import se.helhetssyn.pipelines.mapping.MappingDefinition.LookupSource;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;
import se.helhetssyn.pipelines.refusal.Refusal;

/** The delivered files and own lists that a mapping reads, with their columns. */
final class SourceFiles {
  private final MappingDefinition mapping;
  private final Map<String, Map<Path, List<String>>> headers = new LinkedHashMap<>();

  private SourceFiles(MappingDefinition mapping) {
    this.mapping = mapping;
  }

  /** Finds the files; refuses when one is missing or lacks a column that the mapping reads. */
  static SourceFiles find(Path folder, MappingDefinition mapping) {
    List<Path> delivered = DeliveredFile.listIn(folder);
    SourceFiles files = new SourceFiles(mapping);
    mapping.files().forEach((name, pattern) -> files.find(name, pattern, delivered));
    mapping.lists().forEach((name, list) -> files.read(name, List.of(Path.of(list))));
    mapping.tables().values().forEach(sources -> sources.forEach(files::requireColumns));
    return files;
  }

  private void find(String name, String pattern, List<Path> delivered) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    List<Path> found = delivered.stream().filter(f -> matcher.matches(f.getFileName())).toList();
    if (found.isEmpty()) {
      throw Refusal.badInput(
          "Mappningen väntar sig en fil som heter %s, men ingen sådan har levererats."
              .formatted(pattern));
    }
    read(name, found);
  }

  private void read(String name, List<Path> files) {
    Map<Path, List<String>> read = new LinkedHashMap<>();
    files.forEach(f -> read.put(f, FileHeader.read(f)));
    headers.put(name, read);
  }

  private void requireColumns(RowSource source) {
    source.columns().values().forEach(value -> requireColumns(source.from(), value));
  }

  private void requireColumns(@Nullable String from, ColumnSource value) {
    if (value.column() != null) {
      requireColumn(from, value.column());
    }
    LookupSource lookup = value.lookup();
    if (lookup != null) {
      requireColumns(from, lookup.by());
      requireColumn(lookup.file(), lookup.key());
      requireColumn(lookup.file(), lookup.take());
    }
    if (value.otherwise() != null) {
      requireColumns(from, value.otherwise());
    }
    List<ColumnSource> parts = value.concat() == null ? List.of() : value.concat();
    parts.forEach(part -> requireColumns(from, part));
  }

  private void requireColumn(@Nullable String file, String column) {
    if (file == null || !columns(file).contains(column)) {
      throw Refusal.badInput(
          "Mappningen läser kolumnen %s, men den finns inte i filen %s."
              .formatted(column, file == null ? "(ingen)" : shown(file)));
    }
  }

  /** The name that people know a file by. */
  String shown(String name) {
    String list = mapping.lists().get(name);
    return list == null
        ? mapping.files().getOrDefault(name, name)
        : String.valueOf(Path.of(list).getFileName());
  }

  /** Every column that a file has, or several files of the same name in the mapping. */
  List<String> columns(String name) {
    return of(name).values().stream().flatMap(List::stream).distinct().toList();
  }

  /** The files of one name, with the columns of each. */
  Map<Path, List<String>> of(String name) {
    return headers.getOrDefault(name, Map.of());
  }

  List<Manifest.Input> inputs() {
    return headers.values().stream()
        .flatMap(f -> f.keySet().stream())
        .distinct()
        .map(DeliveredFile::examine)
        .toList();
  }
}
