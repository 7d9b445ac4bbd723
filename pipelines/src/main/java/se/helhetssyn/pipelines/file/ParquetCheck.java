package se.helhetssyn.pipelines.file;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Refuses Parquet that would unfold to far more than its bytes, before a value of it is handed on:
 * a few thousand bytes can stand for a milliard rows or for a text of a hundred megabytes per row.
 */
final class ParquetCheck {
  static final int MOST_COLUMNS = 4_096;

  /** Any file may hold so many values. */
  private static final long FEW_VALUES = 10_000_000;

  private static final long VALUES_PER_BYTE = 200;

  /** Longest record, in bytes, as in text. */
  private static final long LONGEST_RECORD = 1 << 20;

  /** Rows that the engine hands on at a time, and how many bytes they may be together. */
  private static final int BLOCK = 2_048;

  private static final long HEAVIEST_BLOCK = 64L << 20;

  private final Statement statement;
  private final Path file;

  ParquetCheck(Statement statement, Path file) {
    this.statement = statement;
    this.file = file;
  }

  /**
   * Holds what the file tells of itself against its size. Returns the rows that it says it has.
   *
   * @throws FileTooLargeException if the file has too much for its size
   */
  long rows(int columns) throws SQLException, IOException {
    require(columns <= MOST_COLUMNS, "columns");
    try (ResultSet told =
        statement.executeQuery(
            "SELECT num_rows FROM parquet_file_metadata(%s)".formatted(DuckDbName.toRead(file)))) {
      told.next();
      long rows = told.getLong(1);
      long most = Math.max(FEW_VALUES, VALUES_PER_BYTE * Files.size(file));
      require(rows <= most / Math.max(1, columns), "rows");
      return rows;
    }
  }

  /**
   * Measures the records, without a value leaving the engine.
   *
   * @param texts SQL: the values that may be long, as text
   * @throws FileTooLargeException if a record, or records in a row, are too long
   */
  void measure(List<String> texts) throws SQLException, IOException {
    if (texts.isEmpty()) {
      return;
    }
    String lengths =
        texts.stream().map("strlen(%s)"::formatted).collect(joining(", ", "list_sum([", "])"));
    String query =
        """
        SELECT max(longest), max(weight)
        FROM (SELECT max(length) AS longest, sum(length) AS weight
              FROM (SELECT file_row_number // %d AS block, %s AS length
                    FROM read_parquet(%s, file_row_number = true))
              GROUP BY block)
        """
            .formatted(BLOCK, lengths, DuckDbName.toRead(file));
    try (ResultSet most = statement.executeQuery(query)) {
      most.next();
      require(most.getLong(1) <= LONGEST_RECORD, "record");
      require(most.getLong(2) <= HEAVIEST_BLOCK, "records");
    }
  }

  private static void require(boolean holds, String limit) throws FileTooLargeException {
    if (!holds) {
      throw new FileTooLargeException(limit);
    }
  }
}
