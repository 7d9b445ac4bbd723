package se.helhetssyn.pipelines.measure;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.trusted.TrustedFiles;

/**
 * The canonical tables in DuckDB.
 *
 * @param versions table → version of its trusted rows, of those that are computed with
 */
public record LocalTables(DataPackage contract, TrustedFiles files, Map<String, Long> versions) {

  void load(LocalDatabase database) throws SQLException {
    for (TableSchema table : contract.tables()) {
      load(table, database);
    }
  }

  private void load(TableSchema table, LocalDatabase database) throws SQLException {
    String columns =
        table.fields().stream()
            .map(f -> "\"%s\" %s".formatted(f.name(), type(f.type())))
            .collect(joining(", "));
    database.execute("CREATE TABLE %s (%s)".formatted(table.name(), columns));
    Long version = versions.get(table.name());
    List<Path> parquet = version == null ? List.of() : files.of(table.name(), version);
    if (!parquet.isEmpty()) {
      database.executeInUtc(
          "INSERT INTO %s SELECT %s FROM read_parquet([%s], union_by_name = true)"
              .formatted(table.name(), names(table), list(parquet)));
    }
  }

  private static String names(TableSchema table) {
    return table.fields().stream()
        .map(FieldSchema::name)
        .map("\"%s\""::formatted)
        .collect(joining(", "));
  }

  private static String list(List<Path> files) {
    return files.stream().map(LocalDatabase::literal).collect(joining(", "));
  }

  private static String type(FieldType type) {
    return switch (type) {
      case STRING -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(18, 4)";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMPTZ";
      case BOOLEAN -> "BOOLEAN";
    };
  }
}
