package se.helhetssyn.pipelines.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetRecordsTest {
  private static Path parquet(Path file, String select) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, file));
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
  void aDamagedFileIsNamedSoWithoutItsContent(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.parquet"), "PAR1 secret PAR1");
    assertThatIOException()
        .isThrownBy(() -> ParquetRecords.open(file))
        .withMessageContaining("not readable as Parquet")
        .withMessageNotContaining("secret")
        .withNoCause();
  }
}
