package se.helhetssyn.pipelines.mapping;

import static java.util.Objects.requireNonNull;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.pipelines.delivery.Layout;
import se.helhetssyn.pipelines.door.Expectation;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;

/** Files named and formed as one mapping says. */
public final class MappedLayout implements Layout {
  private final MappingDefinition mapping;
  private final ColumnUses uses;

  /** The layout of a mapping's files. */
  public MappedLayout(MappingDefinition mapping) {
    this.mapping = mapping;
    this.uses = ColumnUses.of(mapping);
  }

  @Override
  public List<String> groups(String fileName) {
    return mapping.files().entrySet().stream()
        .filter(file -> matches(file.getValue().pattern(), fileName))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean matches(String pattern, String fileName) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(fileName));
  }

  @Override
  public Expectation expectation(String group) {
    return uses.expectation(group, requireNonNull(mapping.files().get(group)));
  }

  @Override
  public List<String> tables(String group) {
    return mapping.tables().entrySet().stream()
        .filter(table -> table.getValue().stream().anyMatch(rows -> reads(rows, group)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether rows come from a group, or values of theirs are looked up there. */
  private static boolean reads(RowSource rows, String group) {
    return group.equals(rows.from()) || looksUpIn(rows, group);
  }

  private static boolean looksUpIn(RowSource rows, String group) {
    return rows.everyValue().stream()
        .anyMatch(value ->
            value.origin() instanceof ColumnSource.Lookup lookup && lookup.file().equals(group));
  }

  /** Whether values of rows are looked up in a group. */
  boolean lends(String group) {
    return mapping.tables().values().stream()
        .flatMap(List::stream)
        .anyMatch(rows -> looksUpIn(rows, group));
  }

  @Override
  public Optional<String> sourceSystem(String group) {
    return Optional.of(mapping.sourceSystem());
  }
}
