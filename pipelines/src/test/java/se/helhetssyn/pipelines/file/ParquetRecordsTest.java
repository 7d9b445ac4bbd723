package se.helhetssyn.pipelines.file;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetRecordsTest {
  private static Path parquet(Path file, String select) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000000)"
              .formatted(select, file));
    }
    return file;
  }

  @Test
  void everyTypeIsReadAsText(@TempDir Path folder) throws IOException, SQLException {
    Path file =
        parquet(
            folder.resolve("a.parquet"),
            """
            SELECT 7 AS whole, CAST(1.5 AS DECIMAL(9, 4)) AS share, DATE '2026-01-31' AS day,
                   TIMESTAMP '2026-07-01 10:00:00' AS clock,
                   TIMESTAMPTZ '2026-07-01 10:00:00+00' AS moment, true AS sound, 'Å "b"' AS "te""xt",
                   CAST(NULL AS INTEGER) AS nothing
            """);
    try (ParquetRecords records = ParquetRecords.open(file)) {
      assertThat(records.header())
          .containsExactly(
              "whole", "share", "day", "clock", "moment", "sound", "te\"xt", "nothing");
      assertThat(Records.all(records))
          .containsExactly(
              List.of(
                  "7",
                  "1.5000",
                  "2026-01-31",
                  "2026-07-01 10:00:00",
                  "2026-07-01 12:00:00",
                  "true",
                  "Å \"b\"",
                  ""));
    }
  }

  @Test
  void aNameIsNoPattern(@TempDir Path folder) throws IOException, SQLException {
    parquet(folder.resolve("a1.parquet"), "SELECT 1 AS a");
    Path file = parquet(folder.resolve("a[1]*?.parquet"), "SELECT 2 AS a");
    assertThat(Records.all(ParquetRecords.open(file))).containsExactly(List.of("2"));
  }

  @Test
  void rowsKeepTheirOrder(@TempDir Path folder) throws IOException, SQLException {
    Path file = parquet(folder.resolve("a.parquet"), "SELECT i FROM range(300000) r(i)");
    List<List<String>> rows = Records.all(ParquetRecords.open(file));
    assertThat(rows).hasSize(300_000);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i)).containsExactly(String.valueOf(i));
    }
  }

  @Test
  void whatUnfoldsToFarMoreThanItsBytesIsRefused(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("a.parquet");
    refused(parquet(file, "SELECT 1 AS a FROM range(20000000)"), "rows");
    refused(parquet(file, "SELECT repeat('x', 1100000) AS a FROM range(3)"), "record");
    refused(parquet(file, "SELECT [repeat('x', 600000), repeat('y', 600000)] AS a"), "record");
    refused(parquet(file, "SELECT repeat('x', 900000) AS a FROM range(200)"), "records");
    String columns = IntStream.range(0, 4_097).mapToObj(i -> "1 AS c" + i).collect(joining(", "));
    refused(parquet(file, "SELECT " + columns), "columns");
  }

  private static void refused(Path file, String which) {
    assertThatExceptionOfType(FileTooLargeException.class)
        .isThrownBy(() -> ParquetRecords.open(file))
        .withMessage(which);
  }

  @Test
  void longAndManyRecordsAreReadWithinTheLimits(@TempDir Path folder)
      throws IOException, SQLException {
    Path file = folder.resolve("a.parquet");
    parquet(file, "SELECT repeat('x', 1000000) AS a, NULL AS b FROM range(3)");
    assertThat(Records.all(ParquetRecords.open(file))).hasSize(3);
    parquet(file, "SELECT 1 AS a, 'same' AS b FROM range(1000000)");
    assertThat(Records.all(ParquetRecords.open(file))).hasSize(1_000_000);
  }

  @Test
  void aDamagedFileIsNamedSoWithoutItsContent(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.parquet"), "PAR1 secret PAR1");
    assertThatIOException()
        .isThrownBy(() -> ParquetRecords.open(file))
        .withMessageContaining("not readable as Parquet")
        .withMessageNotContaining("secret")
        .withNoCause();
  }
}
