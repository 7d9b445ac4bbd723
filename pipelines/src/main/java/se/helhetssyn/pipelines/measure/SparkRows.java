package se.helhetssyn.pipelines.measure;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.spark.Location;

/** Writes the rows that count by Spark, one folder for each run over a table. */
final class SparkRows {
  /** The columns of a {@link CountedRow}. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "measure INT, person BIGINT, counted_on INT, period_no INT, as_was BOOLEAN, unit STRING,"
              + " as_was_geo BOOLEAN, geographical_unit STRING, sex STRING, age_group STRING,"
              + " flags STRING, amounts ARRAY<BIGINT>");

  /** One plan is made while others run. */
  private static final int AT_A_TIME = 3;

  private final SparkSession spark;
  private final Path out;
  private final KeptRows kept;

  SparkRows(SparkSession spark, Path out, KeptRows kept) {
    this.spark = spark;
    this.out = out;
    this.kept = kept;
  }

  void write(RowQueries queries) {
    Hands.work(
        AT_A_TIME,
        queries.runs().stream().map(run -> (Callable<@Nullable Void>) () -> write(run)).toList());
  }

  private @Nullable Void write(RowQueries.Run run) {
    if (run.finding().isEmpty()) {
      rows(run);
      return null;
    }
    Dataset<Row> found = spark.sql(run.finding().get()).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      found.createOrReplaceTempView(run.found());
      rows(run);
      return null;
    } finally {
      found.unpersist();
    }
  }

  private void rows(RowQueries.Run run) {
    Path folder = out.resolve("run-" + run.number());
    spark.sql(run.rows()).write().mode(SaveMode.Overwrite).parquet(Location.of(folder));
    String view = "rows_" + run.number();
    spark.read().schema(SCHEMA).parquet(Location.read(folder)).createOrReplaceTempView(view);
    spark
        .sql(KeptRows.query(view, "date_from_unix_date(counted_on)"))
        .write()
        .parquet(Location.of(kept.of(run)));
  }
}
