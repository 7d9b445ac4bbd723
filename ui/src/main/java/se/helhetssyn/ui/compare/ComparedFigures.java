package se.helhetssyn.ui.compare;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.ComparisonQuery;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.ui.indicator.Strata;

/**
 * The main figures of one indicator and period in the indicator's newest definition.
 *
 * @param units every unit's, by unit and part of the population
 * @param whole those of the node the units are compared within, by part of the population
 */
record ComparedFigures(Map<Key, Figure> units, Map<Key, Figure> whole) {
  private static final String AREA = "AREA";

  /**
   * One figure's place.
   *
   * @param orgUnitId the organisation node
   * @param stratum the part of the population
   */
  record Key(String orgUnitId, Stratum stratum) {}

  static ComparedFigures load(Mart mart, IndicatorInfo indicator, Period period, OrgNode scope) {
    return new ComparedFigures(
        figures(mart, indicator, new ComparisonQuery(indicator.id(), OrgLevel.UNIT, period)),
        figures(mart, indicator, new ComparisonQuery(indicator.id(), scope.level(), period)));
  }

  private static Map<Key, Figure> figures(
      Mart mart, IndicatorInfo indicator, ComparisonQuery query) {
    return mart.figures(query).stream()
        .filter(figure -> figure.key().definitionVersion() == indicator.version())
        .collect(
            toMap(
                figure -> new Key(figure.key().orgUnitId(), figure.key().stratum()),
                Function.identity()));
  }

  /** A node's figure; empty where none is published. */
  Optional<Figure> of(OrgNode node, Stratum stratum) {
    Key key = new Key(node.id(), stratum);
    return Stream.of(units, whole).flatMap(by -> Stream.ofNullable(by.get(key))).findFirst();
  }

  /** The risk areas the indicator is published by, in the order they are shown. */
  List<Stratum> areas() {
    return units.keySet().stream()
        .map(Key::stratum)
        .filter(stratum -> stratum.dimension().equals(AREA))
        .distinct()
        .sorted(Strata.ORDER)
        .toList();
  }
}
