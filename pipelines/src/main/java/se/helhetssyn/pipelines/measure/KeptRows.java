package se.helhetssyn.pipelines.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.indicator.CompiledSeries;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.mart.Period;

/**
 * The rows that count, kept as Parquet for work beside the figures. Each has a key drawn at random,
 * in whose order they lie; {@code person} tells persons apart within the run and leads to nobody.
 * {@code flags} has a letter for each series of the measure, {@code a} and beyond it 1 for above
 * the line, 2 for below, 4 for unknown and 8 for unknown and outside. What measures, series and
 * periods are is told by {@code series.parquet} and {@code period.parquet} beside them.
 *
 * @param folder where they are kept
 */
record KeptRows(Path folder) {
  private static final String SERIES =
      "measure INTEGER, indicator_id VARCHAR, definition_version INTEGER, place INTEGER,"
          + " series VARCHAR, value_kind VARCHAR, stratum VARCHAR, stratum_value VARCHAR,"
          + " amount_at INTEGER";
  private static final String PERIOD =
      "period_no INTEGER, period_kind VARCHAR, period_start DATE, last_day DATE";

  /** Rows of a table or view in the columns of {@link CountedRow}, as they are kept. */
  static String query(String rows, String day) {
    return """
    SELECT uuid() AS record_key, measure, person, %s AS counted_on, period_no, as_was, unit,
           as_was_geo, geographical_unit, sex, age_group, flags, amounts
    FROM %s
    ORDER BY record_key
    """
        .formatted(day, rows);
  }

  /** Where the rows of one run over a table are kept. */
  Path of(RowQueries.Run run) {
    return folder.resolve("rows").resolve("run-" + run.number() + ".parquet");
  }

  /**
   * Writes what the rows' numbers mean.
   *
   * @param scratch folder for files of its own
   */
  void describe(List<MeasureQuery> measures, Grid grid, Path scratch) {
    try (LocalDatabase database = LocalDatabase.open(scratch)) {
      Files.createDirectories(folder.resolve("rows"));
      write(database, "series", SERIES, series(measures));
      write(database, "period", PERIOD, periods(grid.periods()));
    } catch (SQLException e) {
      throw new IllegalStateException("the rows that count cannot be described", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(
      LocalDatabase database, String name, String columns, Stream<List<@Nullable Object>> rows)
      throws SQLException {
    database.execute("CREATE TABLE %s (%s)".formatted(name, columns));
    database.fill(name, rows);
    database.execute(
        "COPY %s TO %s (FORMAT parquet)"
            .formatted(name, LocalDatabase.literal(folder.resolve(name + ".parquet"))));
  }

  private static Stream<List<@Nullable Object>> series(List<MeasureQuery> measures) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int m = 0; m < measures.size(); m++) {
      for (CompiledSeries s : measures.get(m).series()) {
        rows.add(
            Arrays.asList(
                m,
                measures.get(m).definition().id(),
                measures.get(m).definition().version(),
                s.number(),
                s.definition().code(),
                s.definition().kind().name(),
                s.stratum().dimension(),
                s.stratum().value(),
                s.definition().isValued() || s.definition().isWeighted() ? s.amountAt() : null));
      }
    }
    return rows.stream();
  }

  private static Stream<List<@Nullable Object>> periods(List<Period> periods) {
    return IntStream.range(0, periods.size())
        .mapToObj(i -> {
          Period p = periods.get(i);
          return List.of(i, p.kind().name(), p.start(), p.lastDay());
        });
  }
}
