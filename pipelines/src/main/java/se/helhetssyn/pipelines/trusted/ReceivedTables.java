package se.helhetssyn.pipelines.trusted;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.analytics.mart.StoreLayout;

/**
 * Every delivered row that may count, as text, with where it comes from: one Delta Lake table for
 * each canonical table. Rows are added by the runs that took them in, and leave only when nothing
 * may be kept of a person.
 */
public final class ReceivedTables {
  private final DeltaFolder tables;

  public ReceivedTables(SparkSession spark, StoreLayout store) {
    this.tables = new DeltaFolder(spark, store::received);
  }

  /** Replaces a table's rows, or makes the table. Returns its version. */
  public long replace(String table, Dataset<Row> rows) {
    return tables.replace(table, rows).version();
  }

  /**
   * Adds rows to a table. Returns its version, the same as before if there were none.
   *
   * @param count about how many they are
   */
  public long append(String table, Dataset<Row> rows, long count) {
    return tables.append(table, rows, count).version();
  }

  /** Undoes what was written after a version. Returns the version that holds the same rows now. */
  public long restored(String table, long version) {
    return tables.restored(table, version);
  }

  /** A table's rows at a version. */
  public Dataset<Row> read(String table, long version) {
    return tables.read(table, version);
  }
}
