package se.helhetssyn.pipelines.measure;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.spark.Location;
import se.helhetssyn.pipelines.trusted.TrustedFiles;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/**
 * Canonical tables written as trusted ones are, their rows in an order and in files that are drawn.
 *
 * @param store where they lie
 * @param versions the tables that have any row, all at their first version
 */
record StrewnTables(StoreLayout store, Map<String, Long> versions) {
  private static final DataPackage CONTRACT = DataPackage.load();

  /**
   * Writes the tables of a schema.
   *
   * @param order another one gives the rows in another order
   * @param files how many files the rows of a table are divided among
   */
  static StrewnTables write(
      LocalDatabase database, String schema, Path folder, long order, int files)
      throws SQLException, IOException {
    StoreLayout store = new StoreLayout(folder);
    Map<String, Long> versions = new HashMap<>();
    for (TableSchema table : CONTRACT.tables()) {
      Path place = Files.createDirectories(store.trusted(table.name()));
      String rows = schema + "." + table.name();
      List<Path> written = new ArrayList<>();
      for (int i = 0; i < files; i++) {
        Path file = place.resolve("part-%d.parquet".formatted(i));
        database.executeInUtc(
            "COPY (SELECT * FROM %1$s AS t WHERE hash(%2$d, t) %% %3$d = %4$d ORDER BY hash(t, %2$d)) TO %5$s (FORMAT parquet, WRITE_EMPTY_FILE false)"
                .formatted(rows, order, files, i, LocalDatabase.literal(file)));
        if (Files.exists(file)) {
          written.add(file);
        }
      }
      if (!written.isEmpty()) {
        writeLog(table, place, written);
        versions.put(table.name(), 0L);
      }
    }
    return new StrewnTables(store, versions);
  }

  /** The log of a Delta table whose files are all of its first version. */
  private static void writeLog(TableSchema table, Path place, List<Path> files) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":2}}");
    lines.add(
        "{\"metaData\":{\"id\":\"%s\",\"format\":{\"provider\":\"parquet\",\"options\":{}},\"schemaString\":\"%s\",\"partitionColumns\":[],\"configuration\":{}}}"
            .formatted(table.name(), type(table).json().replace("\"", "\\\"")));
    for (Path file : files) {
      lines.add(
          "{\"add\":{\"path\":\"%s\",\"partitionValues\":{},\"size\":%d,\"modificationTime\":0,\"dataChange\":true}}"
              .formatted(file.getFileName(), Files.size(file)));
    }
    Path log = Files.createDirectories(place.resolve("_delta_log"));
    Files.write(log.resolve("%020d.json".formatted(0)), lines);
  }

  private static StructType type(TableSchema table) {
    StructType type = new StructType();
    for (FieldSchema field : table.fields()) {
      type = type.add(field.name(), TrustedTables.sqlType(field.type()));
    }
    return type;
  }

  /** The tables for DuckDB. */
  LocalTables local() {
    return new LocalTables(CONTRACT, new TrustedFiles(store), versions);
  }

  /** Makes the tables what Spark reads by their names. */
  void register(SparkSession spark) {
    for (TableSchema table : CONTRACT.tables()) {
      Dataset<Row> rows =
          versions.containsKey(table.name())
              ? spark.read().schema(type(table)).parquet(Location.read(store.trusted(table.name())))
              : new TrustedTables(spark, store).none(table);
      rows.createOrReplaceTempView(table.name());
    }
  }

  /** Every table by its name, as a list in SQL. */
  static String names() {
    return CONTRACT.tables().stream().map(TableSchema::name).collect(joining(", "));
  }
}
