package se.helhetssyn.ui.unit;

import java.util.List;
import java.util.Map;
import se.helhetssyn.analytics.mart.FigureQuery;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.ui.indicator.IndicatorHistory;

/**
 * One organisation node's page.
 *
 * @param sections one per indicator, in the order they are shown
 */
record UnitViewModel(List<IndicatorSectionModel> sections) {
  static UnitViewModel of(Mart mart, OrgNode node, Period chosen) {
    List<IndicatorHistory> histories =
        IndicatorHistory.load(mart, FigureQuery.everything(node, chosen.kind()));
    Map<String, IndicatorHistory> monthly = IndicatorHistory.monthly(mart, node, histories);
    return new UnitViewModel(
        histories.stream()
            .map(h ->
                IndicatorSectionModel.of(
                    node, chosen, h, monthly.getOrDefault(h.indicator().id(), h)))
            .toList());
  }
}
