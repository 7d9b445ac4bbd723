package se.helhetssyn.pipelines.measure;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.pipelines.intake.Intake;
import se.helhetssyn.pipelines.run.TestStore;
import se.helhetssyn.pipelines.run.TestStore.DeliveredText;
import se.helhetssyn.pipelines.spark.SmallWork;
import se.helhetssyn.pipelines.trusted.TrustedFiles;

/**
 * A store that deliveries have been taken into, one after the other.
 *
 * @param store it
 * @param last what the last intake gave
 */
record TakenStore(TestStore store, Intake last) {
  static TakenStore of(SparkSession spark, Path folder, List<List<DeliveredText>> deliveries) {
    TestStore store = new TestStore(spark, folder);
    List<Intake> taken =
        deliveries.stream()
            .map(delivery -> SmallWork.over(0, spark, () -> store.take(delivery)))
            .toList();
    return new TakenStore(store, taken.getLast());
  }

  /** Table → version of its trusted rows. */
  Map<String, Long> versions() {
    return last.versions();
  }

  TrustedFiles files() {
    return new TrustedFiles(store.layout());
  }

  /**
   * The trusted rows of a table, without when and in which file they came, as a query of DuckDB.
   */
  String rows(String table) {
    List<Path> files = files().of(table, Objects.requireNonNull(versions().get(table)));
    return files.isEmpty()
        ? "SELECT 0 WHERE FALSE"
        : "SELECT * EXCLUDE (loaded_at, extract_id, source_row_id) FROM read_parquet([%s], union_by_name = true)"
            .formatted(files.stream().map(LocalDatabase::literal).collect(joining(", ")));
  }
}
