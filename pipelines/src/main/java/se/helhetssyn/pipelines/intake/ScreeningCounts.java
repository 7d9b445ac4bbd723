package se.helhetssyn.pipelines.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * How a screened table's rows fell out.
 *
 * @param table canonical table
 * @param sides rows per side
 * @param reasons rows per reason to quarantine
 * @param flags kept rows per flag
 */
record ScreeningCounts(
    String table, Map<Side, Long> sides, Map<String, Long> reasons, Map<String, Long> flags) {

  /** Counts in one pass: there are few combinations of reasons and flags, whatever the rows. */
  static ScreeningCounts of(String table, Dataset<Row> screened) {
    ScreeningCounts counts =
        new ScreeningCounts(table, new EnumMap<>(Side.class), new TreeMap<>(), new TreeMap<>());
    screened
        .groupBy(Screening.SIDE, Screening.REASONS, Screening.FLAGS)
        .count()
        .collectAsList()
        .forEach(counts::add);
    return counts;
  }

  private void add(Row row) {
    Side side = Side.valueOf(row.getString(0));
    long rows = row.getLong(3);
    sides.merge(side, rows, Long::sum);
    if (side == Side.QUARANTINED) {
      row.<String>getList(1).forEach(reason -> reasons.merge(reason, rows, Long::sum));
    }
    @Nullable String marks = row.getString(2);
    if (side == Side.TRUSTED && marks != null) {
      for (String flag : marks.split(",", -1)) {
        flags.merge(flag, rows, Long::sum);
      }
    }
  }

  long rows(Side side) {
    return sides.getOrDefault(side, 0L);
  }

  /** Kept rows whose unit is not known. */
  long unmapped() {
    return flags.getOrDefault(Screening.UNKNOWN_UNIT, 0L);
  }

  /** Rows per reason and per flag. */
  List<QualityCount> quality() {
    List<QualityCount> quality = new ArrayList<>();
    reasons.forEach((r, n) -> quality.add(new QualityCount(table, "QUARANTINED", r, n)));
    flags.forEach((f, n) -> quality.add(new QualityCount(table, "FLAGGED", f, n)));
    return quality;
  }
}
