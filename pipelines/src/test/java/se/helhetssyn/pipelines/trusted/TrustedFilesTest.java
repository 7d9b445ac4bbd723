package se.helhetssyn.pipelines.trusted;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.kernel.Table;
import io.delta.kernel.defaults.engine.DefaultEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.spark.LocalSpark;

@ExtendWith(LocalSpark.class)
final class TrustedFilesTest {
  @TempDir private Path folder;
  private final SparkSession spark;

  TrustedFilesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void filesAreThoseOfTheVersionEvenWhenOnlyACheckpointTellsOfThem() throws IOException {
    StoreLayout store = new StoreLayout(folder);
    TrustedTables tables = new TrustedTables(spark, store);
    tables.replace("plan", spark.range(1).toDF("n"));
    tables.replace("plan", spark.range(2).toDF("n"));
    tables.replace("plan", spark.range(3).toDF("n"));
    tables.replace("plan", spark.range(4).toDF("n"));
    DefaultEngine engine = DefaultEngine.create(new Configuration());
    Table.forPath(engine, store.trusted("plan").toString()).checkpoint(engine, 2);
    Path log = store.trusted("plan").resolve("_delta_log");
    Files.delete(log.resolve("00000000000000000000.json"));
    Files.delete(log.resolve("00000000000000000001.json"));
    assertThat(rowsOf(new TrustedFiles(store).of("plan", 2))).isEqualTo(3);
    assertThat(rowsOf(new TrustedFiles(store).of("plan", 3))).isEqualTo(4);
  }

  private long rowsOf(List<Path> files) {
    return spark.read().parquet(files.stream().map(Path::toString).toArray(String[]::new)).count();
  }
}
