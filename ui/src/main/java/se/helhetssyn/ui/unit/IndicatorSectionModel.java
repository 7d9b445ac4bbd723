package se.helhetssyn.ui.unit;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.SeriesInfo;
import se.helhetssyn.ui.chart.ChartConfig;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.indicator.IndicatorHistory;
import se.helhetssyn.ui.indicator.Reading;
import se.helhetssyn.ui.indicator.Trend;
import se.helhetssyn.ui.indicator.TrendChart;
import se.helhetssyn.ui.indicator.Verdict;
import se.helhetssyn.ui.wording.SwedishDates;

/**
 * One indicator on the unit page.
 *
 * @param indicator what it is
 * @param reading the figure of the chosen period
 * @param judged the months up to the end of the chosen period, which the verdict is about
 * @param chart every period of the chosen kind
 * @param periods the periods along the chart
 */
record IndicatorSectionModel(
    IndicatorInfo indicator,
    Reading reading,
    Trend judged,
    ChartConfig chart,
    List<Period> periods) {
  static IndicatorSectionModel of(
      OrgNode node, Period chosen, IndicatorHistory history, IndicatorHistory monthly) {
    List<Period> periods = history.periods();
    Trend whole = Trend.until(periods.isEmpty() ? chosen : periods.getLast(), history);
    return new IndicatorSectionModel(
        history.indicator(),
        history.reading(chosen),
        Trend.until(chosen, monthly),
        new TrendChart(whole, null).config(chosen, table(node, history)),
        whole.figures().stream().map(figure -> figure.key().period()).toList());
  }

  /** The verdict is derived from figures, so it goes with them when they are not shown. */
  Optional<Verdict> verdict() {
    return reading instanceof Reading.Shown ? judged.verdict() : Optional.empty();
  }

  private static DataTable table(OrgNode node, IndicatorHistory history) {
    List<SeriesInfo> companions = history.indicator().series().stream().skip(1).toList();
    List<String> columns =
        new ArrayList<>(
            List.of(
                text("table.period"),
                text("table.value"),
                text("table.of"),
                text("table.interval"),
                text("table.notes")));
    companions.forEach(series -> columns.add(series.name()));
    List<List<String>> rows =
        history.periods().reversed().stream().map(p -> row(p, history, companions)).toList();
    return new DataTable(
        text("table.caption", history.indicator().name(), node.name()), columns, rows);
  }

  private static List<String> row(
      Period period, IndicatorHistory history, List<SeriesInfo> companions) {
    List<String> cells = new ArrayList<>(List.of(SwedishDates.period(period)));
    cells.addAll(
        switch (history.reading(period)) {
          case Reading.Shown shown ->
              List.of(
                  shown.value(), shown.of(), shown.interval(), String.join(". ", shown.notes()));
          case Reading.NotShown none -> List.of(none.sentence(), "", "", "");
        });
    companions.forEach(s -> cells.add(history.reading(s.series(), period).line()));
    return cells;
  }
}
