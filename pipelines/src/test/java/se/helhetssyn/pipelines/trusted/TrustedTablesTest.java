package se.helhetssyn.pipelines.trusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
