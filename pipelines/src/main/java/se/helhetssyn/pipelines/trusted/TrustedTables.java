package se.helhetssyn.pipelines.trusted;

import io.delta.tables.DeltaTable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.analytics.mart.StoreLayout;

/** The canonical rows that passed screening: one Delta Lake table each, versioned by every run. */
public final class TrustedTables {
  private final SparkSession spark;
  private final StoreLayout store;

  public TrustedTables(SparkSession spark, StoreLayout store) {
    this.spark = spark;
    this.store = store;
  }

  /** Replaces a table's rows. Returns the new version of the table. */
  public long replace(String table, Dataset<Row> rows) {
    String path = path(table);
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("overwriteSchema", true)
        .save(path);
    return DeltaTable.forPath(spark, path).history(1).select("version").first().getLong(0);
  }

  /** A table's rows at a version. */
  public Dataset<Row> read(String table, long version) {
    return spark.read().format("delta").option("versionAsOf", version).load(path(table));
  }

  /** Whether the table has ever been delivered. */
  public boolean exists(String table) {
    return Files.isDirectory(store.trusted(table).resolve("_delta_log"));
  }

  private String path(String table) {
    Path folder = store.trusted(table);
    return folder.toUri().toString();
  }
}
