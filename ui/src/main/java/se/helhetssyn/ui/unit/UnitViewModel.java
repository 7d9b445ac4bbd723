package se.helhetssyn.ui.unit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.helhetssyn.analytics.mart.FigureQuery;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.ui.indicator.IndicatorHistory;

/**
 * One organisation node's page.
 *
 * @param sections one per indicator of the core, in the order they are shown
 * @param more the other indicators by heading, whose figures are not read until they are asked for
 */
record UnitViewModel(List<IndicatorSectionModel> sections, Map<String, List<IndicatorInfo>> more) {
  static UnitViewModel of(Mart mart, OrgNode node, Period chosen) {
    return new UnitViewModel(
        sections(mart, node, chosen, IndicatorHistory.core(mart)),
        IndicatorHistory.newest(mart).stream()
            .filter(indicator -> !indicator.core())
            .collect(groupingBy(IndicatorInfo::group, LinkedHashMap::new, toList())));
  }

  /** One section for each of the indicators. */
  static List<IndicatorSectionModel> sections(
      Mart mart, OrgNode node, Period chosen, List<IndicatorInfo> indicators) {
    List<IndicatorHistory> histories =
        IndicatorHistory.load(mart, FigureQuery.everything(node, chosen.kind()), indicators);
    Map<String, IndicatorHistory> monthly = IndicatorHistory.monthly(mart, node, histories);
    return histories.stream()
        .map(h ->
            IndicatorSectionModel.of(node, chosen, h, monthly.getOrDefault(h.indicator().id(), h)))
        .toList();
  }
}
