package se.helhetssyn.pipelines.publish;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.stats.DayCount;
import se.helhetssyn.analytics.stats.KaplanMeier;

/** Quartiles of every duration cell, from the histograms on the workbench. */
final class DurationQuartiles {
  private static final int KEY_COLUMNS = 9;

  private final List<List<@Nullable Object>> quartiles = new ArrayList<>();
  private final List<DayCount> histogram = new ArrayList<>();
  private List<@Nullable Object> cell = List.of();

  private DurationQuartiles() {}

  /** Rows of the table {@code quartile}. */
  static Stream<List<@Nullable Object>> of(Workbench bench) throws SQLException {
    DurationQuartiles quartiles = new DurationQuartiles();
    bench.read("histograms.sql", quartiles::take);
    quartiles.close();
    return quartiles.quartiles.stream();
  }

  private void take(List<@Nullable Object> row) {
    List<@Nullable Object> key = row.subList(0, KEY_COLUMNS);
    if (!key.equals(cell)) {
      close();
      cell = key;
    }
    histogram.add(
        new DayCount(
            number(row, KEY_COLUMNS).intValue(),
            number(row, KEY_COLUMNS + 1).longValue(),
            number(row, KEY_COLUMNS + 2).longValue()));
  }

  private static Number number(List<@Nullable Object> row, int column) {
    if (row.get(column) instanceof Number number) {
      return number;
    }
    throw new IllegalStateException("no number in column " + column);
  }

  private void close() {
    if (histogram.isEmpty()) {
      return;
    }
    KaplanMeier summary = KaplanMeier.of(histogram);
    List<@Nullable Object> row = new ArrayList<>(cell);
    row.add(summary.open());
    row.add(summary.q1());
    row.add(summary.median());
    row.add(summary.q3());
    row.add(summary.lower());
    row.add(summary.upper());
    quartiles.add(row);
    histogram.clear();
  }
}
