package se.helhetssyn.pipelines.delivery;

import static java.util.stream.Collectors.toSet;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A column that is not searched for identity numbers, after a decision that is on record.
 *
 * @param file canonical table, name of a file in the mapping, or pattern of file names (glob)
 * @param column name in the header
 */
public record ExceptedColumn(String file, String column) {

  /** The columns that are excepted in a file of a group. */
  static Set<String> of(List<ExceptedColumn> excepted, String group, Path file) {
    return excepted.stream()
        .filter(each -> each.isAbout(group, file))
        .map(ExceptedColumn::column)
        .collect(toSet());
  }

  private boolean isAbout(String group, Path path) {
    return file.equals(group)
        || FileSystems.getDefault().getPathMatcher("glob:" + file).matches(path.getFileName());
  }
}
