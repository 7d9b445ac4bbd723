package se.helhetssyn.pipelines.trusted;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.pipelines.spark.Location;
import se.helhetssyn.pipelines.spark.SparkEngine;

/**
 * Delta Lake tables of a folder. Versions stay readable until they are cleared away on purpose, and
 * neither statistics nor deletion vectors are kept: rows stand in the data files and nowhere else.
 */
final class DeltaFolder {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Digits of a version in the name of its commit. */
  private static final int DIGITS = 20;

  private static final String FOR_GOOD = "interval 5000 weeks";

  private static final Map<String, String> KEPT =
      Map.of(
          "delta.enableDeletionVectors",
          "false",
          "delta.dataSkippingNumIndexedCols",
          "0",
          "delta.logRetentionDuration",
          FOR_GOOD,
          "delta.deletedFileRetentionDuration",
          FOR_GOOD);

  /** Rows that are worth to be written by several hands. */
  private static final long WORTH_A_FILE = 100_000;

  /** Small files from which on, and up to twice as many, a table's are put together. */
  private static final int MANY_FILES = 8;

  private final SparkSession spark;
  private final Function<String, Path> place;

  DeltaFolder(SparkSession spark, Function<String, Path> place) {
    this.spark = spark;
    this.place = place;
  }

  /** The latest version of a table; empty if there is no table. */
  Optional<Long> latest(String table) {
    return lastCommit(table).map(DeltaFolder::version);
  }

  private Optional<Path> lastCommit(String table) {
    Path log = place.apply(table).resolve("_delta_log");
    if (!Files.isDirectory(log)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(log)) {
      return files
          .filter(f -> f.getFileName().toString().matches("\\d{20}\\.json"))
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long version(Path commit) {
    return Long.parseLong(commit.getFileName().toString().substring(0, DIGITS));
  }

  /** Undoes what was written after a version. Returns the version that holds the same rows now. */
  long restored(String table, long version) {
    if (latest(table).filter(last -> last == version).isPresent()) {
      return version;
    }
    DeltaTable.forPath(spark, path(table)).restoreToVersion(version);
    return latest(table).orElseThrow();
  }

  TrustedTables.Written replace(String table, Dataset<Row> rows) {
    if (latest(table).isEmpty()) {
      return new NewRows(place.apply(table), rows).create(KEPT);
    }
    rows.write()
        .format("delta")
        .options(KEPT)
        .mode(SaveMode.Overwrite)
        .option("overwriteSchema", true)
        .save(path(table));
    return written(table, "numOutputRows");
  }

  TrustedTables.Written append(String table, Dataset<Row> rows, long count) {
    Dataset<Row> parts = count < WORTH_A_FILE ? rows.coalesce(1) : rows;
    return gathered(
        table, new NewRows(place.apply(table), parts).append(latest(table).orElseThrow()));
  }

  /**
   * Every run adds a file or two to a table. Now and then the small ones become one, so that a
   * table of many runs is read like one of few; not all tables' turns come in the same run.
   */
  private TrustedTables.Written gathered(String table, TrustedTables.Written written) {
    long small =
        TableVersion.of(place.apply(table), written.version()).files().stream()
            .filter(DeltaFolder::isSmall)
            .count();
    if (small < MANY_FILES + Math.floorMod(table.hashCode(), MANY_FILES)) {
      return written;
    }
    DeltaTable.forPath(spark, path(table)).optimize().executeCompaction();
    return new TrustedTables.Written(latest(table).orElseThrow(), written.rows());
  }

  private static boolean isSmall(Path file) {
    try {
      return Files.size(file) < SparkEngine.SMALL_FILE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts rows in the place of those with the same key, and takes away those that are gone.
   *
   * @param changes the table's columns and a truth, {@code gone}
   */
  TrustedTables.Written merge(String table, Dataset<Row> changes, List<String> key, String gone) {
    String alike =
        key.stream()
            .map(k -> "kept.`%1$s` = changed.`%1$s`".formatted(k))
            .collect(joining(" AND "));
    DeltaTable kept = DeltaTable.forPath(spark, path(table));
    var columns =
        Stream.of(kept.toDF().columns())
            .collect(
                java.util.stream.Collectors.toMap(c -> "`" + c + "`", c -> "changed.`" + c + "`"));
    kept.as("kept")
        .merge(changes.as("changed"), alike)
        .whenMatched("changed." + gone)
        .delete()
        .whenMatched()
        .updateExpr(columns)
        .whenNotMatched("NOT changed." + gone)
        .insertExpr(columns)
        .execute();
    return gathered(
        table,
        written(table, "numTargetRowsInserted", "numTargetRowsUpdated", "numTargetRowsDeleted"));
  }

  /** What the last commit says; there is one writer of a store at a time. */
  private TrustedTables.Written written(String table, String... metrics) {
    Path commit = lastCommit(table).orElseThrow();
    try {
      for (String line : Files.readAllLines(commit)) {
        JsonNode counts = JSON.readTree(line).at("/commitInfo/operationMetrics");
        if (counts.has(metrics[0])) {
          long rows = Stream.of(metrics).mapToLong(metric -> counts.path(metric).asLong()).sum();
          return new TrustedTables.Written(version(commit), rows);
        }
      }
      throw new IllegalStateException(commit.getFileName() + " does not count its rows");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Dataset<Row> read(String table, long version) {
    TableVersion read = TableVersion.of(place.apply(table), version);
    String[] files = read.files().stream().map(Location::read).toArray(String[]::new);
    return files.length == 0
        ? spark.createDataFrame(List.of(), read.columns())
        : spark.read().schema(read.columns()).parquet(files);
  }

  private String path(String table) {
    return Location.of(place.apply(table));
  }
}
