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
import se.helhetssyn.ui.indicator.IndicatorHistory;

/**
 * The first page for one organisation node and period.
 *
 * @param groups cards of the core by heading, both in the order they are shown
 */
record OverviewViewModel(Map<String, List<IndicatorCardModel>> groups) {
  static OverviewViewModel of(Mart mart, OrgNode node, Period period) {
    List<IndicatorHistory> chosen =
        IndicatorHistory.load(
            mart, FigureQuery.main(node, period.kind()), IndicatorHistory.core(mart));
    Map<String, IndicatorHistory> monthly = IndicatorHistory.monthly(mart, node, chosen);
    return new OverviewViewModel(
        chosen.stream()
            .map(h -> IndicatorCardModel.of(period, h, monthly.getOrDefault(h.indicator().id(), h)))
            .collect(groupingBy(IndicatorCardModel::group, LinkedHashMap::new, toList())));
  }
}
