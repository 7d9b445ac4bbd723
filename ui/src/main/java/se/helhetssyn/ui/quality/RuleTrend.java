package se.helhetssyn.ui.quality;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static se.helhetssyn.ui.quality.LinkedTable.plain;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.quality.TrendPoint;
import se.helhetssyn.ui.chart.ChartPoint;
import se.helhetssyn.ui.wording.SwedishDates;
import se.helhetssyn.ui.wording.SwedishNumbers;

/**
 * How a rule fell out run by run, all its tables together.
 *
 * @param points share of the rows in per cent, the oldest run first
 * @param summary the last run and how many there are, in a sentence
 * @param table the same as text, the latest run first
 */
record RuleTrend(List<ChartPoint> points, String summary, LinkedTable table) {
  /** One run; rows are null where a part of them is not told, and nothing is judged if broken. */
  private record Run(String when, long checked, @Nullable Long affected, boolean broken) {
    static Run of(List<TrendPoint> tables) {
      boolean told = tables.stream().allMatch(point -> point.rowsAffected() != null);
      return new Run(
          SwedishDates.minute(tables.getFirst().publishedAt()),
          tables.stream().mapToLong(TrendPoint::rowsChecked).sum(),
          told ? (Long) sum(tables) : null,
          tables.stream().anyMatch(TrendPoint::broken));
    }

    private static long sum(List<TrendPoint> tables) {
      return tables.stream()
          .map(TrendPoint::rowsAffected)
          .filter(Objects::nonNull)
          .mapToLong(Long::longValue)
          .sum();
    }

    String share() {
      if (broken) {
        return text("quality.status.error");
      }
      return checked == 0
          ? text("quality.status.not-applicable")
          : QualityWords.share(affected, checked);
    }

    ChartPoint point() {
      Long rows = affected;
      return broken || checked == 0 || rows == null
          ? new ChartPoint.Gap(share(), !broken && checked > 0)
          : new ChartPoint.Measured(100.0 * rows / checked, share(), false);
    }

    List<LinkedTable.Cell> row() {
      return plain(when, share(), QualityWords.rows(affected), SwedishNumbers.whole(checked));
    }
  }

  RuleTrend {
    points = List.copyOf(points);
  }

  /**
   * Gathers a rule's runs.
   *
   * @param told run by run, the oldest first; at least one
   */
  static RuleTrend of(String rule, List<TrendPoint> told) {
    List<Run> runs =
        told.stream()
            .collect(groupingBy(TrendPoint::run, LinkedHashMap::new, toList()))
            .values()
            .stream()
            .map(Run::of)
            .toList();
    LinkedTable table =
        LinkedTable.of(
            text("quality.trend.caption", rule),
            List.of(
                text("quality.column.run"),
                text("quality.column.share"),
                text("quality.column.affected"),
                text("quality.column.checked")),
            runs.reversed().stream().map(Run::row).toList());
    String summary =
        runs.isEmpty()
            ? text("quality.trend.none")
            : text(
                "quality.trend.summary", runs.getLast().share(), SwedishNumbers.whole(runs.size()));
    return new RuleTrend(runs.stream().map(Run::point).toList(), summary, table);
  }

  /** Whether there is more than one run to draw a line between. */
  boolean isDrawn() {
    return points.size() > 1;
  }
}
