package se.helhetssyn.pipelines.publish;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.stats.DayCount;
import se.helhetssyn.analytics.stats.KaplanMeier;
import se.helhetssyn.analytics.stats.Quartiles;

/** Quartiles of every duration cell, from the histograms on the workbench. */
final class DurationQuartiles {
  private static final int KEY_COLUMNS = 2;

  private final List<List<@Nullable Object>> quartiles = new ArrayList<>();
  private final List<DayCount> histogram = new ArrayList<>();
  private List<@Nullable Object> cell = List.of();
  private boolean cannotBeOpen;

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
    cannotBeOpen = Boolean.TRUE.equals(row.get(KEY_COLUMNS));
    histogram.add(
        new DayCount(
            number(row, KEY_COLUMNS + 1).intValue(),
            number(row, KEY_COLUMNS + 2).longValue(),
            number(row, KEY_COLUMNS + 3).longValue()));
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
    List<@Nullable Object> row = new ArrayList<>(cell);
    if (cannotBeOpen) {
      Quartiles exact = Quartiles.of(histogram);
      row.addAll(Arrays.asList(0L, exact.q1(), exact.median(), exact.q3(), null, null));
    } else {
      KaplanMeier summary = KaplanMeier.of(histogram);
      row.add(summary.open());
      Stream.of(summary.q1(), summary.median(), summary.q3(), summary.lower(), summary.upper())
          .forEach(day -> row.add(day == null ? null : day.doubleValue()));
    }
    quartiles.add(row);
    histogram.clear();
  }
}
