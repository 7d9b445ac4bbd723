package se.helhetssyn.pipelines.app;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Pointer;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.pipelines.trusted.TrustedFiles;

/** What a store holds, read without any of the engines that wrote it. */
final class StoreContent {
  private StoreContent() {}

  /**
   * Every trusted row of the served generation, table by table, without when it was loaded; not
   * what manifests say, which is about deliveries and not of them.
   */
  static Map<String, List<List<String>>> trusted(StoreLayout store) {
    StoreState state = StoreState.read(store, served(store)).orElseThrow();
    TrustedFiles files = new TrustedFiles(store);
    Map<String, List<List<String>>> tables = new TreeMap<>();
    state.trusted().forEach((table, version) -> tables.put(table, rows(files.of(table, version))));
    tables.remove("extract_manifest");
    tables.values().removeIf(List::isEmpty);
    return tables;
  }

  private static List<List<String>> rows(List<Path> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    String paths = files.stream().map(f -> "'%s'".formatted(f)).collect(joining(", "));
    return Sql.rows(
        "jdbc:duckdb:",
        "SELECT * EXCLUDE (loaded_at) FROM read_parquet([%s], union_by_name = true) ORDER BY ALL"
            .formatted(paths));
  }

  /** Whether a table's folder has any file with rows, of whatever version. */
  static boolean hasRows(Path folder) {
    String[] files = folder.toFile().list((parent, name) -> name.endsWith(".parquet"));
    return files != null && files.length > 0;
  }

  /**
   * Figures of the internal layer that one store serves and the other does not, the first of them;
   * without their numbers.
   */
  static List<List<String>> differingFigures(StoreLayout one, StoreLayout other) {
    return Sql.rows(
        "jdbc:duckdb:",
        """
        ATTACH '%s' AS one (READ_ONLY);
        ATTACH '%s' AS other (READ_ONLY);
        CREATE TEMP VIEW told AS SELECT * EXCLUDE (figure_id) FROM one.indicator_value;
        CREATE TEMP VIEW expected AS SELECT * EXCLUDE (figure_id) FROM other.indicator_value;
        (FROM told EXCEPT FROM expected LIMIT 10)
        UNION ALL (FROM expected EXCEPT FROM told LIMIT 10)
        """
            .formatted(internal(one), internal(other)));
  }

  /** Whether the internal layer holds any figure. */
  static boolean hasFigures(StoreLayout store) {
    return !Sql.rows("jdbc:duckdb:" + internal(store), "FROM indicator_value LIMIT 1").isEmpty();
  }

  private static Path internal(StoreLayout store) {
    return store.mart(served(store), Layer.INTERNAL);
  }

  static String served(StoreLayout store) {
    return Pointer.read(store).orElseThrow();
  }
}
