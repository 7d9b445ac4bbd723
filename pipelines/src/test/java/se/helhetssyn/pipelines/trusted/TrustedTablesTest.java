package se.helhetssyn.pipelines.trusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.spark.LocalSpark;

@ExtendWith(LocalSpark.class)
final class TrustedTablesTest {
  private static final String FIRST = "00000000000000000000.json";

  @TempDir private Path folder;
  private final SparkSession spark;

  TrustedTablesTest(SparkSession spark) {
    this.spark = spark;
  }

  private Dataset<Row> rows() {
    return spark.range(3).toDF("n");
  }

  @Test
  void everyReplacementIsAVersionThatCanBeReadAgain() {
    TrustedTables tables = new TrustedTables(spark, new StoreLayout(folder));
    long first = tables.replace("plan", rows()).version();
    TrustedTables.Written second = tables.replace("plan", rows().limit(1));
    assertThat(tables.read("plan", first).count()).isEqualTo(3);
    assertThat(tables.read("plan", second.version()).count()).isEqualTo(1);
    assertThat(second.rows()).isEqualTo(1);
  }

  @Test
  void addedRowsAreAVersionAndNoRowsAreNone() {
    TrustedTables tables = new TrustedTables(spark, new StoreLayout(folder));
    long first = tables.replace("plan", rows()).version();
    TrustedTables.Written second = tables.append("plan", rows().limit(2), 3);
    assertThat(second).isEqualTo(new TrustedTables.Written(first + 1, 2));
    assertThat(tables.append("plan", rows().limit(0), 3).version()).isEqualTo(second.version());
    assertThat(tables.read("plan", first).count()).isEqualTo(3);
    assertThat(tables.read("plan", second.version()).count()).isEqualTo(5);
  }

  @Test
  void theLogIsPutTogetherFromTimeToTimeSoThatItsLengthCostsNothing() {
    StoreLayout store = new StoreLayout(folder);
    TrustedTables tables = new TrustedTables(spark, store);
    long version = tables.replace("plan", rows()).version();
    for (int run = 0; run < 10; run++) {
      version = tables.append("plan", rows(), 3).version();
    }
    assertThat(store.trusted("plan").resolve("_delta_log/_last_checkpoint")).exists();
    assertThat(tables.read("plan", version).count()).isEqualTo(33);
  }

  @Test
  void filesOfManyRunsBecomeOneAndNoVersionIsLost() {
    StoreLayout store = new StoreLayout(folder);
    TrustedTables tables = new TrustedTables(spark, store);
    long version = tables.replace("plan", rows()).version();
    long fourth = -1;
    int most = 0;
    for (int run = 1; run <= 20; run++) {
      TrustedTables.Written written = tables.append("plan", rows(), 3);
      assertThat(written.rows()).isEqualTo(3);
      assertThat(written.version()).isGreaterThan(version);
      version = written.version();
      fourth = run == 4 ? version : fourth;
      int files = new TrustedFiles(store).of("plan", version).size();
      assertThat(tables.read("plan", version).count()).isEqualTo(3L * (run + 1));
      most = Math.max(most, files);
    }
    assertThat(most).isBetween(5, 16);
    assertThat(tables.read("plan", fourth).count()).isEqualTo(15);
  }

  /**
   * A run can die when files are written, when they have their place, and before it told of them.
   */
  @Test
  void whatAnInterruptedRunWroteIsNoPartOfTheTable() throws IOException {
    StoreLayout store = new StoreLayout(folder);
    TrustedTables tables = new TrustedTables(spark, store);
    long version = tables.replace("plan", rows()).version();
    Path table = store.trusted("plan");
    Path known = new TrustedFiles(store).of("plan", version).getFirst();
    Path half = Files.createDirectories(table.resolve("_writing")).resolve("part-00000.parquet");
    Files.copy(known, half);
    Files.copy(known, table.resolve("part-00009-of-nobody.parquet"));
    assertThat(tables.read("plan", version).count()).isEqualTo(3);
    assertThat(tables.append("plan", rows(), 3).rows()).isEqualTo(3);
    assertThat(tables.read("plan", version + 1).count()).isEqualTo(6);
    assertThat(half.getParent()).doesNotExist();
  }

  @Test
  void rowsWithOtherColumnsThanTheTableAreNotAdded() {
    TrustedTables tables = new TrustedTables(spark, new StoreLayout(folder));
    long version = tables.replace("plan", rows()).version();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> tables.append("plan", spark.range(1).toDF("m"), 3))
        .withMessageStartingWith("Den betrodda tabellen plan kan inte läsas eller skrivas;");
    assertThat(tables.read("plan", version).count()).isEqualTo(3);
  }

  /** Names that a search for files would take for patterns, and what has no plain address. */
  @ParameterizedTest
  @ValueSource(strings = {"a b", "å[1]", "{x,y}", "50 %", "a*b?", "a\\b"})
  void aStoreMayLieAnywhere(String name) {
    TrustedTables tables = new TrustedTables(spark, new StoreLayout(folder.resolve(name)));
    tables.replace("plan", rows());
    long version = tables.append("plan", rows(), 3).version();
    assertThat(tables.read("plan", version).count()).isEqualTo(6);
    long third = tables.replace("plan", rows()).version();
    long fourth = tables.merge("plan", changes(), List.of("n"), "gone").version();
    assertThat(numbers(tables.read("plan", fourth))).containsExactly(1L, 2L, 7L);
    assertThat(numbers(tables.read("plan", tables.restored("plan", third))))
        .containsExactly(0L, 1L, 2L);
  }

  /** Zero goes and seven comes. */
  private Dataset<Row> changes() {
    return spark.sql("SELECT * FROM VALUES (0L, TRUE), (7L, FALSE) AS t(n, gone)");
  }

  private static List<Long> numbers(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.getLong(0)).sorted().toList();
  }

  /** The two libraries take turns, also where the log is put together, without being told. */
  @Test
  void additionsMergesAndRestorationsFollowEachOther() {
    TrustedTables tables = new TrustedTables(spark, new StoreLayout(folder));
    long version = tables.replace("plan", rows()).version();
    for (long turn = 1; turn <= 7; turn++) {
      Dataset<Row> more = spark.range(10 * turn, 10 * turn + 2).toDF("n");
      long added = tables.append("plan", more, 2).version();
      Dataset<Row> gone = spark.sql("SELECT %dL AS n, TRUE AS gone".formatted(10 * turn));
      long merged = tables.merge("plan", gone, List.of("n"), "gone").version();
      assertThat(numbers(tables.read("plan", added))).hasSize((int) turn + 4);
      assertThat(numbers(tables.read("plan", merged))).hasSize((int) turn + 3);
      version = tables.restored("plan", merged);
      assertThat(version).isEqualTo(merged);
    }
    long restored = tables.restored("plan", 0);
    assertThat(numbers(tables.read("plan", restored))).containsExactly(0L, 1L, 2L);
    assertThat(numbers(tables.read("plan", version))).contains(71L).doesNotContain(70L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"skräp", "", "{\"protocol\":{\"minReaderVersion\":9,\"minWriterVersion\":99}}"})
  void aDamagedOrNewerTableIsNamedWithWhatToDo(String log) throws IOException {
    StoreLayout store = new StoreLayout(folder);
    Path logs = Files.createDirectories(store.trusted("plan").resolve("_delta_log"));
    Files.writeString(logs.resolve(FIRST), log);
    assertRefused(store);
  }

  @Test
  void aFileInTheTablesPlaceIsNamedWithWhatToDo() throws IOException {
    StoreLayout store = new StoreLayout(folder);
    Files.createDirectories(store.trusted("plan").getParent());
    Files.writeString(store.trusted("plan"), "skräp");
    assertRefused(store);
  }

  private void assertRefused(StoreLayout store) {
    DeltaLog.clearCache();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> new TrustedTables(spark, store).replace("plan", rows()))
        .withMessageStartingWith("Den betrodda tabellen plan kan inte läsas eller skrivas;")
        .withMessageContaining("flytta undan mappen " + store.trusted("plan"))
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
  }
}
