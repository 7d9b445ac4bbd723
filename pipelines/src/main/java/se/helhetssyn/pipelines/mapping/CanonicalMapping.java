package se.helhetssyn.pipelines.mapping;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.mapping.MappingDefinition.FileSource;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;

/**
 * The canonical layout as a mapping that takes every column as it is, so that canonical files can
 * be tried row by row as all others are.
 */
final class CanonicalMapping {
  private CanonicalMapping() {}

  /** For the canonical files of a delivery that are taken in; no tables without such files. */
  static MappingDefinition of(Delivery delivery, DataPackage contract) {
    Map<String, FileSource> files = new LinkedHashMap<>();
    Map<String, List<RowSource>> tables = new LinkedHashMap<>();
    for (TableSchema schema : contract.tables()) {
      Set<String> columns = columns(delivery, schema);
      if (!columns.isEmpty()) {
        String table = schema.name();
        files.put(table, new FileSource(table + ".*", null, null, null, 0, null, '.', false));
        tables.put(table, List.of(new RowSource(table, false, null, asTheyAre(columns), Map.of())));
      }
    }
    return new MappingDefinition(
        "kanonisk", "", false, null, List.of(), List.of(), files, Map.of(), tables);
  }

  /** What every file of the table has. */
  private static Set<String> columns(Delivery delivery, TableSchema schema) {
    List<List<String>> headers =
        delivery.taken(schema.name()).stream()
            .flatMap(file -> file.arrived().form().stream())
            .map(FileForm::header)
            .toList();
    Set<String> columns = new LinkedHashSet<>(headers.isEmpty() ? List.of() : schema.columns());
    headers.forEach(columns::retainAll);
    return columns;
  }

  private static Map<String, ColumnSource> asTheyAre(Set<String> columns) {
    return columns.stream()
        .collect(
            toMap(
                column -> column,
                column ->
                    new ColumnSource(
                        new ColumnSource.Column(column),
                        List.of(),
                        null,
                        0,
                        List.of(),
                        Map.of(),
                        Map.of(),
                        null)));
  }
}
