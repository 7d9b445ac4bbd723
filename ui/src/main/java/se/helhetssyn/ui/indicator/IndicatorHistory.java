package se.helhetssyn.ui.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.FigureQuery;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.Stratum;

/**
 * One indicator for one organisation node over time, in its newest definition.
 *
 * @param indicator what it is
 * @param deliveredTo last day the delivery covers
 * @param figures by part and period
 */
public record IndicatorHistory(
    IndicatorInfo indicator, LocalDate deliveredTo, Map<Part, TreeMap<Period, Figure>> figures) {
  private static final Part MAIN = new Part("MAIN", Stratum.ALL);

  /**
   * One line of figures.
   *
   * @param series {@code MAIN} or the companion's code
   * @param stratum the part of the population
   */
  public record Part(String series, Stratum stratum) {}

  /**
   * Some indicators in the order given, with those of their figures that answer the query.
   *
   * @param indicators in their newest definition
   */
  public static List<IndicatorHistory> load(
      Mart mart, FigureQuery query, List<IndicatorInfo> indicators) {
    Map<String, IndicatorHistory> histories = new LinkedHashMap<>();
    LocalDate deliveredTo = mart.generation().deliveredTo();
    indicators.forEach(
        i -> histories.put(i.id(), new IndicatorHistory(i, deliveredTo, new HashMap<>())));
    for (Figure figure : figures(mart, query, indicators)) {
      IndicatorHistory history = histories.get(figure.key().indicatorId());
      if (history != null && history.indicator.version() == figure.key().definitionVersion()) {
        history
            .figures
            .computeIfAbsent(part(figure.key()), part -> new TreeMap<>())
            .put(figure.key().period(), figure);
      }
    }
    return List.copyOf(histories.values());
  }

  private static List<Figure> figures(
      Mart mart, FigureQuery query, List<IndicatorInfo> indicators) {
    return indicators.isEmpty() ? List.of() : mart.figures(query.about(indicators));
  }

  private static Part part(FigureKey key) {
    return new Part(key.series(), key.stratum());
  }

  /** Every published indicator in its newest definition, in the order it is shown. */
  public static List<IndicatorInfo> newest(Mart mart) {
    Map<String, IndicatorInfo> newest = new LinkedHashMap<>();
    mart.indicators()
        .forEach(i -> newest.merge(i.id(), i, (a, b) -> a.version() > b.version() ? a : b));
    return List.copyOf(newest.values());
  }

  /** Those the overview shows, in their newest definition and in the order they are shown. */
  public static List<IndicatorInfo> core(Mart mart) {
    return newest(mart).stream().filter(IndicatorInfo::core).toList();
  }

  /** The main figure of a period as people read it. */
  public Reading reading(Period period) {
    return reading(MAIN, period);
  }

  /**
   * A part's figure of a period as people read it. What is measured at the end of a period has no
   * figure before that day.
   */
  public Reading reading(Part part, Period period) {
    Figure figure = figures.getOrDefault(part, new TreeMap<>()).get(period);
    return figure == null
        ? Readings.absent(period.lastDay().isAfter(deliveredTo))
        : Readings.of(figure);
  }

  /** The strata a series is published by, besides the whole, in the order they are shown. */
  public List<Stratum> strata(String series) {
    return figures.keySet().stream()
        .filter(part -> part.series().equals(series) && !part.stratum().equals(Stratum.ALL))
        .map(Part::stratum)
        .sorted(Strata.ORDER)
        .toList();
  }

  /** Every period with a figure of any series, oldest first. */
  public List<Period> periods() {
    TreeSet<Period> all = new TreeSet<>();
    figures.values().forEach(series -> all.addAll(series.keySet()));
    return List.copyOf(all);
  }

  /** The main figures up to and including the one that covers a day, oldest first. */
  public List<Figure> mainUntil(Period last) {
    List<Figure> until = new ArrayList<>(figures.getOrDefault(MAIN, new TreeMap<>()).values());
    until.removeIf(figure -> figure.key().period().lastDay().isAfter(last.lastDay()));
    return until;
  }

  /**
   * The months of each history's indicator; the history itself where there are no months.
   *
   * @return by indicator
   */
  public static Map<String, IndicatorHistory> monthly(
      Mart mart, OrgNode node, List<IndicatorHistory> histories) {
    Map<String, IndicatorHistory> monthly = new LinkedHashMap<>();
    histories.forEach(history -> monthly.put(history.indicator.id(), history));
    List<IndicatorInfo> indicators = histories.stream().map(IndicatorHistory::indicator).toList();
    load(mart, FigureQuery.main(node, PeriodKind.MONTH), indicators).stream()
        .filter(months -> !months.figures.isEmpty())
        .forEach(months -> monthly.put(months.indicator.id(), months));
    return monthly;
  }
}
