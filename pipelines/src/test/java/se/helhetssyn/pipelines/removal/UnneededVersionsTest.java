package se.helhetssyn.pipelines.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.pipelines.spark.LocalSpark;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/** What generations stand on is left and can be gone on from; the rest goes. */
@ExtendWith(LocalSpark.class)
final class UnneededVersionsTest {
  private static final String TABLE = "plan";
  private static final int LAST = 14;

  @TempDir private Path folder;
  private final SparkSession spark;

  UnneededVersionsTest(SparkSession spark) {
    this.spark = spark;
  }

  private Dataset<Row> rows(int from, int to) {
    return spark.range(from, to).coalesce(1).toDF("n");
  }

  private static StoreState at(long version) {
    return new StoreState(Map.of(TABLE, version), Map.of(), null, List.of());
  }

  /** Version n of the table holds n and what was there when it was last written anew. */
  private TrustedTables written(StoreLayout store) {
    TrustedTables tables = new TrustedTables(spark, store);
    for (int version = 0; version <= LAST; version++) {
      if (version % 5 == 0) {
        tables.replace(TABLE, rows(version, version + 1));
      } else {
        tables.append(TABLE, rows(version, version + 1), 1);
      }
    }
    return tables;
  }

  private static List<Long> numbers(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.getLong(0)).sorted().toList();
  }

  private static List<String> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending) && !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  @Test
  void whatOnlyGenerationsThatAreGoneStoodOnGoes() throws IOException {
    StoreLayout store = new StoreLayout(folder);
    TrustedTables tables = written(store);
    new UnneededVersions(store).clear(List.of(at(3), at(6)), List.of(at(7), at(LAST)));
    DeltaLog.clearCache();
    assertThat(numbers(tables.read(TABLE, 7))).containsExactly(5L, 6L, 7L);
    assertThat(numbers(tables.read(TABLE, LAST))).containsExactly(10L, 11L, 12L, 13L, 14L);
    assertThat(files(store.trusted(TABLE), ".parquet")).hasSize(8);
    assertThat(files(store.trusted(TABLE).resolve("_delta_log"), ".json").getFirst())
        .isEqualTo("00000000000000000007.json");
    assertThatThrownBy(() -> numbers(tables.read(TABLE, 6))).isNotNull();
    long next = tables.append(TABLE, rows(15, 16), 1).version();
    assertThat(next).isEqualTo(LAST + 1);
    assertThat(numbers(tables.read(TABLE, next))).hasSize(6);
    assertThat(numbers(tables.read(TABLE, tables.restored(TABLE, 7)))).containsExactly(5L, 6L, 7L);
  }

  @Test
  void aTableThatStandsAsItStoodIsNotTouched() throws IOException {
    StoreLayout store = new StoreLayout(folder);
    written(store);
    List<String> before = new ArrayList<>(files(store.trusted(TABLE), ".parquet"));
    new UnneededVersions(store).clear(List.of(at(LAST)), List.of(at(LAST)));
    new UnneededVersions(store).clear(List.of(at(3)), List.of(StoreState.NONE));
    assertThat(files(store.trusted(TABLE), ".parquet")).isEqualTo(before).hasSize(LAST + 1);
  }

  @Test
  void whatARunThatDiedWroteGoesAndWhatGenerationsStandOnStays() throws IOException {
    StoreLayout store = new StoreLayout(folder);
    TrustedTables tables = written(store);
    tables.replace("dead", rows(0, 1));
    Path half = Files.createDirectories(store.trusted(TABLE).resolve("_writing"));
    Files.writeString(half.resolve("part-00000.parquet"), "PAR1");
    Files.writeString(store.trusted(TABLE).resolve("part-of-nobody.parquet"), "PAR1");
    new UnneededVersions(store).clearAllBut(List.of(at(7), at(LAST - 1)));
    DeltaLog.clearCache();
    assertThat(store.trusted("dead")).doesNotExist();
    assertThat(StoredTables.files(half, file -> true)).isEmpty();
    assertThat(files(store.trusted(TABLE), ".parquet")).hasSize(7);
    assertThat(numbers(tables.read(TABLE, 7))).containsExactly(5L, 6L, 7L);
    long restored = tables.restored(TABLE, LAST - 1);
    assertThat(numbers(tables.read(TABLE, restored))).containsExactly(10L, 11L, 12L, 13L);
  }
}
