package se.helhetssyn.pipelines.trusted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
import se.helhetssyn.pipelines.spark.Location;

/** The canonical rows that passed screening: one Delta Lake table each, versioned by every run. */
public final class TrustedTables {
  private static final JsonMapper JSON = new JsonMapper();

  /** Digits of a version in the name of its commit. */
  private static final int DIGITS = 20;

  private final SparkSession spark;
  private final StoreLayout store;

  public TrustedTables(SparkSession spark, StoreLayout store) {
    this.spark = spark;
    this.store = store;
  }

  /**
   * Replaces a table's rows; a {@link Refusal} that names the table's folder if what lies there is
   * no table that can be written.
   */
  public Written replace(String table, Dataset<Row> rows) {
    try {
      overwrite(path(table), rows);
      return written(store.trusted(table).resolve("_delta_log"));
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

  private static void overwrite(String path, Dataset<Row> rows) {
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("overwriteSchema", true)
        .save(path);
  }

  /** What the last commit says; there is one writer of a store at a time. */
  private static Written written(Path log) {
    try (Stream<Path> files = Files.list(log)) {
      Path commit =
          files
              .filter(f -> f.getFileName().toString().matches("\\d{20}\\.json"))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      long version = Long.parseLong(commit.getFileName().toString().substring(0, DIGITS));
      for (String line : Files.readAllLines(commit)) {
        JsonNode rows = JSON.readTree(line).at("/commitInfo/operationMetrics/numOutputRows");
        if (!rows.isMissingNode()) {
          return new Written(version, rows.asLong());
        }
      }
      throw new IllegalStateException("version " + version + " does not count its rows");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    return Location.of(store.trusted(table));
  }

  /**
   * A table as it was written.
   *
   * @param version version of the table
   * @param rows how many it holds, by its own log
   */
  public record Written(long version, long rows) {}
}
