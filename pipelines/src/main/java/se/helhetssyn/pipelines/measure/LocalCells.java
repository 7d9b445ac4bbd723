package se.helhetssyn.pipelines.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.DerivedTable;
import se.helhetssyn.analytics.indicator.RunTable;

/**
 * Rows that count, and their cells, on one machine: the same queries in DuckDB, the same adding up.
 * Over few rows it is many times quicker than to have Spark plan and compile.
 */
final class LocalCells {
  private static final int AT_A_TIME = 2;

  private final LocalTables tables;
  private final Grid grid;
  private final List<MeasureShape> shapes;
  private final KeptRows kept;

  LocalCells(LocalTables tables, Grid grid, List<MeasureShape> shapes, KeptRows kept) {
    this.tables = tables;
    this.grid = grid;
    this.shapes = shapes;
    this.kept = kept;
  }

  /**
   * Writes the cells, and the rows that they are made of.
   *
   * @param days rows of the run's own tables
   * @param sql how expressions are written
   * @param scratch folder for files of its own
   * @param out folder for the cells
   */
  void write(RowQueries queries, RunDays days, ExpressionSql sql, Path scratch, Path out) {
    try (LocalDatabase database = LocalDatabase.open(scratch)) {
      tables.load(database);
      prepare(database, days, sql);
      Files.createDirectories(out);
      Hands.work(
          AT_A_TIME,
          queries.runs().stream()
              .map(run -> (Callable<@Nullable Void>) () -> write(database, run, out))
              .toList());
    } catch (SQLException e) {
      throw new IllegalStateException("the measures cannot be computed", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void prepare(LocalDatabase database, RunDays days, ExpressionSql sql)
      throws SQLException {
    for (RunTable table : RunTable.values()) {
      database.execute("CREATE TABLE %s (%s)".formatted(table.tableName(), table.columns()));
      database.fill(table.tableName(), days.rows(table));
    }
    for (DerivedTable derived : DerivedTable.values()) {
      database.execute("CREATE TABLE %s AS %s".formatted(derived.tableName(), derived.query(sql)));
    }
  }

  private @Nullable Void write(LocalDatabase database, RowQueries.Run run, Path out)
      throws SQLException {
    if (run.finding().isPresent()) {
      database.execute("CREATE TABLE %s AS %s".formatted(run.found(), run.finding().get()));
    }
    String counted = "rows_" + run.number();
    database.execute("CREATE TABLE %s AS %s".formatted(counted, run.rows()));
    keep(database, counted, run);
    String cells = "cells_" + run.number();
    database.execute("CREATE TABLE %s (%s)".formatted(cells, columns()));
    try (DuckDBConnection reading = database.connect();
        DuckDBConnection writing = database.connect();
        var statement = reading.createStatement();
        ResultSet rows =
            statement.executeQuery("FROM %s ORDER BY measure, person".formatted(counted));
        DuckDBAppender appender = writing.createAppender("main", cells)) {
      addUp(rows, appender);
    }
    database.execute(
        "COPY %s TO %s (FORMAT parquet)"
            .formatted(cells, LocalDatabase.literal(out.resolve(cells + ".parquet"))));
    return null;
  }

  private void keep(LocalDatabase database, String counted, RowQueries.Run run)
      throws SQLException {
    String rows = KeptRows.query(counted, "DATE '1970-01-01' + counted_on");
    database.execute(
        "COPY (%s) TO %s (FORMAT parquet)".formatted(rows, LocalDatabase.literal(kept.of(run))));
  }

  private static String columns() {
    return Accumulation.CELLS.toDDL().replace("STRING", "VARCHAR");
  }

  private void addUp(ResultSet rows, DuckDBAppender appender) throws SQLException {
    CountedRow row = new CountedRow();
    boolean more = read(rows, row);
    while (more) {
      int measure = row.measure;
      MeasureCells cells = new MeasureCells(measure, grid, shapes.get(measure));
      while (more && row.measure == measure) {
        cells.add(row);
        more = read(rows, row);
      }
      for (@Nullable Object[] cell : (Iterable<@Nullable Object[]>) cells.rows()::iterator) {
        LocalDatabase.append(appender, Arrays.asList(cell));
      }
    }
  }

  private static boolean read(ResultSet rows, CountedRow row) throws SQLException {
    if (!rows.next()) {
      return false;
    }
    row.measure = rows.getInt(1);
    row.person = rows.getLong(2);
    row.countedOn = rows.getInt(3);
    int period = rows.getInt(4);
    row.period = rows.wasNull() ? -1 : period;
    row.countsAtUnit = rows.getBoolean(5);
    row.unit = rows.getString(6);
    row.countsAtGeographicalUnit = rows.getBoolean(7);
    row.geographicalUnit = rows.getString(8);
    row.sex = rows.getString(9);
    row.ageGroup = rows.getString(10);
    row.flags = rows.getString(11);
    row.amounts = amounts((Object[]) rows.getArray(12).getArray());
    return true;
  }

  private static List<@Nullable Long> amounts(@Nullable Object[] values) {
    List<@Nullable Long> amounts = new ArrayList<>(values.length);
    for (@Nullable Object value : values) {
      amounts.add(value == null ? null : ((Number) value).longValue());
    }
    return amounts;
  }
}
