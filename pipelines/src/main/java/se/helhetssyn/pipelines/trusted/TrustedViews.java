package se.helhetssyn.pipelines.trusted;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.file.DuckDbName;

/** Trusted tables as DuckDB sees them. */
public final class TrustedViews {
  private TrustedViews() {}

  /**
   * The statement that makes a view of a table over its files, its timestamps with a zone; without
   * any file a table of the same name that has no rows.
   */
  public static String create(TableSchema schema, List<Path> files) {
    return files.isEmpty()
        ? "CREATE TABLE %s (%s)".formatted(schema.name(), columns(schema))
        : "CREATE VIEW %s AS %s".formatted(schema.name(), rows(schema, files));
  }

  private static String rows(TableSchema schema, List<Path> files) {
    String moments =
        schema.fields().stream()
            .filter(field -> field.type() == FieldType.TIMESTAMP)
            .map(field -> "%1$s AT TIME ZONE 'UTC' AS %1$s".formatted(field.name()))
            .collect(joining(", "));
    return "SELECT *%s FROM read_parquet(%s)"
        .formatted(
            moments.isEmpty() ? "" : " REPLACE (" + moments + ")",
            files.stream().map(DuckDbName::toRead).collect(joining(", ", "[", "]")));
  }

  /** The table's columns and the rows' extract; in the manifest that is a column of its own. */
  private static String columns(TableSchema schema) {
    Map<String, String> columns = new LinkedHashMap<>();
    schema.fields().forEach(field -> columns.put(field.name(), sqlType(field.type())));
    columns.put("extract_id", "VARCHAR");
    return columns.entrySet().stream()
        .map(column -> column.getKey() + " " + column.getValue())
        .collect(joining(", "));
  }

  /** DuckDB's type of a column. */
  public static String sqlType(FieldType type) {
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
