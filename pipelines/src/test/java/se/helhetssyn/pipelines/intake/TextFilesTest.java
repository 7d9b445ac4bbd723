package se.helhetssyn.pipelines.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.pipelines.spark.LocalSpark;

@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TextFilesTest {
  private static final String ROWS =
      """
      id,day,seen_at,share,name
      0001,2026-01-31,2026-07-01 10:00:00,1.5000,Å
      2,2026-02-28,2026-01-01 23:59:59,0.0000,=1+1
      """;

  private final SparkSession spark;

  TextFilesTest(SparkSession spark) {
    this.spark = spark;
  }

  private List<Row> read(Path... files) {
    Map<Path, List<String>> headers = new LinkedHashMap<>();
    for (Path file : files) {
      headers.put(file, FileHeader.read(file));
    }
    List<String> columns = List.of("id", "day", "seen_at", "share", "name", "absent");
    return new TextFiles(spark)
        .read(columns, headers)
        .drop(RawTable.FILE)
        .orderBy("id")
        .collectAsList();
  }

  private static Path csv(Path folder) throws IOException {
    return Files.writeString(folder.resolve("a.csv"), ROWS);
  }

  private static Path parquet(Path folder) throws IOException, SQLException {
    Path file = folder.resolve("b.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (
            SELECT id, CAST(day AS DATE) AS day, CAST(seen_at AS TIMESTAMP) AS seen_at,
                   CAST(share AS DECIMAL(18, 4)) AS share, name
            FROM read_csv('%s', all_varchar = true)
          ) TO '%s' (FORMAT parquet)
          """
              .formatted(csv(folder), file));
    }
    return file;
  }

  @Test
  void parquetAndCsvGiveTheSameRows(@TempDir Path folder) throws IOException, SQLException {
    assertThat(read(parquet(folder))).isEqualTo(read(csv(folder))).hasSize(2);
  }

  @Test
  void aTableMayComeInBothForms(@TempDir Path folder) throws IOException, SQLException {
    List<Row> rows = read(csv(folder), parquet(folder));
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0)).isEqualTo(rows.get(1));
    assertThat(rows.get(2)).isEqualTo(rows.get(3));
    assertThat(rows).allMatch(r -> !r.<Boolean>getAs(RawTable.BROKEN));
    assertThat(rows).allMatch(r -> r.isNullAt(r.fieldIndex("absent")));
  }
}
