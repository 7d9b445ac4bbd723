package se.helhetssyn.pipelines.mapping;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.delivery.CanonicalLayout;
import se.helhetssyn.pipelines.delivery.Layout;
import se.helhetssyn.pipelines.door.Expectation;
import se.helhetssyn.pipelines.mapping.MappingDefinition.FileSource;

/**
 * Files named and formed as a mapping says. The manifest and successions of persons have their
 * canonical form in every delivery.
 */
public final class MappedLayout implements Layout {
  private final MappingDefinition mapping;
  private final ColumnUses uses;
  private final CanonicalLayout canonical;

  /** The layout of a mapping's files. */
  public MappedLayout(MappingDefinition mapping, DataPackage contract) {
    this.mapping = mapping;
    this.uses = ColumnUses.of(mapping);
    this.canonical = new CanonicalLayout(contract);
  }

  @Override
  public List<String> groups(String fileName) {
    List<String> groups = new ArrayList<>();
    mapping
        .files()
        .forEach((name, source) -> {
          if (matches(source.pattern(), fileName)) {
            groups.add(name);
          }
        });
    if (groups.isEmpty()) {
      canonical.groups(fileName).stream()
          .filter(CanonicalLayout.ABOUT_DELIVERIES::contains)
          .forEach(groups::add);
    }
    return groups;
  }

  private static boolean matches(String pattern, String fileName) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(fileName));
  }

  @Override
  public Expectation expectation(String group) {
    FileSource source = mapping.files().get(group);
    return source == null ? canonical.expectation(group) : uses.expectation(group, source);
  }
}
