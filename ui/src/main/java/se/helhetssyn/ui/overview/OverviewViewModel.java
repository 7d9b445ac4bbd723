package se.helhetssyn.ui.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.helhetssyn.analytics.mart.FigureQuery;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.ui.indicator.IndicatorHistory;

/**
 * The first page for one organisation node and period.
 *
 * @param groups cards by heading, both in the order they are shown
 */
record OverviewViewModel(Map<String, List<IndicatorCardModel>> groups) {
  static OverviewViewModel of(Mart mart, OrgNode node, Period period) {
    List<IndicatorHistory> chosen =
        IndicatorHistory.load(mart, FigureQuery.main(node, period.kind()));
    Map<String, IndicatorHistory> monthly =
        IndicatorHistory.byIndicator(
            IndicatorHistory.load(mart, FigureQuery.main(node, PeriodKind.MONTH)));
    return new OverviewViewModel(
        chosen.stream()
            .map(h -> card(period, h, monthly.getOrDefault(h.indicator().id(), h)))
            .collect(groupingBy(IndicatorCardModel::group, LinkedHashMap::new, toList())));
  }

  /** An indicator without monthly figures is judged by the kind of period that is chosen. */
  private static IndicatorCardModel card(
      Period period, IndicatorHistory chosen, IndicatorHistory monthly) {
    return IndicatorCardModel.of(period, chosen, monthly.periods().isEmpty() ? chosen : monthly);
  }
}
