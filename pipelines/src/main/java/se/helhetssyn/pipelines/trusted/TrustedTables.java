package se.helhetssyn.pipelines.trusted;

import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.refusal.DiskSpace;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * The canonical rows that count now: one Delta Lake table each, versioned by every run that changes
 * it. What cannot be written is a {@link Refusal} that names the table's folder.
 */
public final class TrustedTables {
  private final SparkSession spark;
  private final StoreLayout store;
  private final DeltaFolder tables;

  public TrustedTables(SparkSession spark, StoreLayout store) {
    this.spark = spark;
    this.store = store;
    this.tables = new DeltaFolder(spark, store::trusted);
  }

  /** Replaces a table's rows, or makes the table. */
  public Written replace(String table, Dataset<Row> rows) {
    return orRefused(table, () -> tables.replace(table, rows));
  }

  /**
   * Adds rows whose keys the table does not have; without rows it stays at its version.
   *
   * @param count about how many they are
   */
  public Written append(String table, Dataset<Row> rows, long count) {
    return orRefused(table, () -> tables.append(table, rows, count));
  }

  /**
   * Puts rows in the place of those with the same key, and takes away those that are gone.
   *
   * @param changes the table's columns and a truth
   * @param key the columns of its key
   * @param gone name of the truth: only the key of the row counts, and it is taken away
   */
  public Written merge(String table, Dataset<Row> changes, List<String> key, String gone) {
    return orRefused(table, () -> tables.merge(table, changes, key, gone));
  }

  /** Undoes what was written after a version. Returns the version that holds the same rows now. */
  public long restored(String table, long version) {
    return orRefused(table, () -> tables.restored(table, version));
  }

  private <T> T orRefused(String table, Supplier<T> writing) {
    try {
      return writing.get();
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

  /** A table's rows at a version. */
  public Dataset<Row> read(String table, long version) {
    return tables.read(table, version);
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

  /**
   * A table as it was written.
   *
   * @param version version of the table
   * @param rows how many were written or taken away: by the footers of the files where rows were
   *     only added, else by the table's own log
   */
  public record Written(long version, long rows) {}
}
