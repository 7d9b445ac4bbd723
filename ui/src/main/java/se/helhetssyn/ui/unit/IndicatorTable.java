package se.helhetssyn.ui.unit;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.SeriesInfo;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.indicator.IndicatorHistory;
import se.helhetssyn.ui.indicator.Reading;
import se.helhetssyn.ui.indicator.Strata;
import se.helhetssyn.ui.indicator.Targets;
import se.helhetssyn.ui.indicator.Trend;
import se.helhetssyn.ui.wording.SwedishDates;
import se.helhetssyn.ui.wording.SwedishNumbers;

/** An indicator's chart as text: one row per period, the latest first, parts to the right. */
final class IndicatorTable {
  private record Column(String heading, Function<Period, String> cell) {}

  private IndicatorTable() {}

  static DataTable of(OrgNode node, IndicatorHistory history, Trend trend) {
    List<Column> columns = new ArrayList<>(main(history));
    if (trend.hasLimits()) {
      columns.add(new Column(text("table.limits"), period -> limits(trend, period)));
    }
    Targets.amount(history.indicator())
        .ifPresent(target -> columns.add(new Column(text("table.target"), period -> target)));
    columns.addAll(companions(history));
    return new DataTable(
        text("table.caption", history.indicator().name(), node.name()),
        columns.stream().map(Column::heading).toList(),
        history.periods().reversed().stream().map(period -> row(period, columns)).toList());
  }

  private static List<String> row(Period period, List<Column> columns) {
    return columns.stream().map(column -> column.cell().apply(period)).toList();
  }

  private static List<Column> main(IndicatorHistory history) {
    return List.of(
        new Column(text("table.period"), SwedishDates::period),
        new Column(text("table.value"), period -> history.reading(period).line()),
        shown(text("table.of"), history, Reading.Shown::of),
        shown(text("table.interval"), history, Reading.Shown::interval),
        shown(text("table.notes"), history, shown -> String.join(". ", shown.notes())));
  }

  private static Column shown(
      String heading, IndicatorHistory history, Function<Reading.Shown, String> part) {
    return new Column(
        heading,
        period -> history.reading(period) instanceof Reading.Shown shown ? part.apply(shown) : "");
  }

  private static String limits(Trend trend, Period period) {
    return trend
        .limits(period)
        .map(limits -> text("table.limits.value", percent(limits.lower()), percent(limits.upper())))
        .orElse("");
  }

  private static String percent(double share) {
    return SwedishNumbers.decimal(share * 100, 1);
  }

  /** The main series by stratum, then each companion as a whole and by stratum. */
  private static List<Column> companions(IndicatorHistory history) {
    List<Column> columns = new ArrayList<>();
    for (SeriesInfo series : history.indicator().series()) {
      boolean main = series.equals(history.indicator().series().getFirst());
      if (!main) {
        columns.add(part(series.name(), history, series, Stratum.ALL));
      }
      for (Stratum stratum : history.strata(series.series())) {
        String name = Strata.name(stratum);
        String heading = main ? name : text("table.stratum", series.name(), name);
        columns.add(part(heading, history, series, stratum));
      }
    }
    return columns;
  }

  private static Column part(
      String heading, IndicatorHistory history, SeriesInfo series, Stratum stratum) {
    IndicatorHistory.Part part = new IndicatorHistory.Part(series.series(), stratum);
    return new Column(heading, period -> history.reading(part, period).line());
  }
}
