package se.helhetssyn.pipelines.trusted;

import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.refusal.DiskSpace;
import se.helhetssyn.pipelines.refusal.Refusal;

/** The canonical rows that passed screening: one Delta Lake table each, versioned by every run. */
public final class TrustedTables {
  private final SparkSession spark;
  private final StoreLayout store;

  public TrustedTables(SparkSession spark, StoreLayout store) {
    this.spark = spark;
    this.store = store;
  }

  /**
   * Replaces a table's rows. Returns the new version of the table; a {@link Refusal} that names the
   * table's folder if what lies there is no table that can be written.
   */
  public long replace(String table, Dataset<Row> rows) {
    try {
      return overwrite(path(table), rows);
    } catch (Throwable failure) { // Delta throws checked exceptions that its methods do not declare
      if (failure instanceof Error || DiskSpace.isLackingIn(failure)) {
        throw failure;
      }
      throw Refusal.badInput(
          "Den betrodda tabellen %s kan inte läsas eller skrivas; inget är publicerat. Kontrollera rättigheterna, eller flytta undan mappen %s och kör igen."
              .formatted(table, store.trusted(table)),
          failure);
    }
  }

  private long overwrite(String path, Dataset<Row> rows) {
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

  /** The table's columns without any row, for a table that was not delivered. */
  public Dataset<Row> none(TableSchema schema) {
    StructType type = new StructType();
    for (FieldSchema field : schema.fields()) {
      type = type.add(field.name(), sqlType(field.type()));
    }
    return spark.createDataFrame(List.of(), type.add("flags", "string"));
  }

  /** Spark's type of a column. */
  public static String sqlType(FieldType type) {
    return switch (type) {
      case STRING -> "string";
      case INTEGER -> "bigint";
      case DECIMAL -> "decimal(18,4)";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp";
      case BOOLEAN -> "boolean";
    };
  }

  private String path(String table) {
    Path folder = store.trusted(table);
    return folder.toUri().toString();
  }
}
