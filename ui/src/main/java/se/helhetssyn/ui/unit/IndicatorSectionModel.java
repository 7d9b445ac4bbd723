package se.helhetssyn.ui.unit;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.List;
import java.util.Optional;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.ui.chart.ChartConfig;
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
 * @param chosen the chosen period
 * @param figure the figure of the chosen period; empty where there is none
 * @param reading the figure of the chosen period
 * @param judged the months up to the end of the chosen period, which the verdict is about
 * @param chart every period of the chosen kind
 * @param periods the periods along the chart
 */
record IndicatorSectionModel(
    IndicatorInfo indicator,
    Period chosen,
    Optional<FigureKey> figure,
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
        chosen,
        history.mainUntil(chosen).stream()
            .map(Figure::key)
            .filter(key -> key.period().equals(chosen))
            .findFirst(),
        history.reading(chosen),
        Trend.until(chosen, monthly),
        new TrendChart(whole, null).config(chosen, IndicatorTable.of(node, history, whole)),
        whole.figures().stream().map(figure -> figure.key().period()).toList());
  }

  /** Whether anything is published for the node and for periods of the kind. */
  boolean isMeasured() {
    return !periods.isEmpty();
  }

  /** The verdict is derived from figures, so it goes with them when they are not shown. */
  Optional<Verdict> verdict() {
    return reading instanceof Reading.Shown ? judged.verdict() : Optional.empty();
  }

  /** What the verdict rests on; empty where nothing is judged. */
  Optional<String> basis() {
    return judged
        .judgedUntil()
        .map(last ->
            last.kind() == chosen.kind()
                ? text("unit.judged", SwedishDates.period(last))
                : text("unit.judged.months", SwedishDates.period(last)));
  }
}
