package se.helhetssyn.pipelines.spark;

import java.nio.file.Path;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.pipelines.refusal.Refusal;

/** The Spark session of a run. */
public final class SparkEngine implements AutoCloseable {
  /** Bytes from which on a file of a table is left as it is when small ones are put together. */
  public static final long SMALL_FILE = 32L << 20;

  private final SparkSession session;

  private SparkEngine(SparkSession session) {
    this.session = session;
  }

  /**
   * Starts a session whose days are those of Sweden.
   *
   * @param master {@code local[*]}, or the address of a cluster
   * @param scratch folder for temporary files
   */
  public static SparkEngine open(String master, Path scratch) {
    boolean local = master.startsWith("local");
    try {
      SparkSession.Builder builder =
          SparkSession.builder()
              .appName("Helhetssyn")
              .master(master)
              .config("spark.ui.enabled", "false")
              .config("spark.sql.session.timeZone", "Europe/Stockholm")
              .config("spark.sql.ansi.enabled", "true")
              .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
              .config(
                  "spark.sql.catalog.spark_catalog",
                  "org.apache.spark.sql.delta.catalog.DeltaCatalog")
              .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
              .config("spark.sql.catalogImplementation", "in-memory")
              .config("spark.databricks.delta.optimize.minFileSize", SMALL_FILE)
              .config("spark.databricks.delta.optimize.maxFileSize", 4 * SMALL_FILE)
              .config("spark.sql.legacy.timeParserPolicy", "CORRECTED")
              .config("spark.local.dir", scratch.toString());
      return new SparkEngine((local ? onOneMachine(builder) : builder).getOrCreate());
    } catch (RuntimeException e) {
      if (e.getCause() instanceof SparkException) {
        throw Refusal.badConfiguration(
            "Spark går inte att starta mot %s: kontrollera --master.".formatted(master));
      }
      throw e;
    }
  }

  /**
   * Here plans that change while they run, and tables put together in parts, cost and give nothing;
   * many joins share the memory.
   */
  private static SparkSession.Builder onOneMachine(SparkSession.Builder builder) {
    return builder
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.join.preferSortMergeJoin", "false")
        .config("spark.sql.autoBroadcastJoinThreshold", 64L << 20)
        .config("spark.buffer.pageSize", "2m")
        .config("spark.databricks.delta.snapshotPartitions", "1")
        .config("spark.databricks.delta.stats.collect", "false");
  }

  /** The session. */
  public SparkSession session() {
    return session;
  }

  @Override
  public void close() {
    session.stop();
  }
}
