package se.helhetssyn.analytics.mart;

import java.util.Collection;
import java.util.Set;

/**
 * A question for the figures of one organisation node: the indicators that have the series, every
 * period of the kind.
 *
 * @param level level of the node
 * @param orgUnitId the node
 * @param kind period length
 * @param series {@code MAIN} or a companion; {@code *} for all
 * @param stratum the part of the population; {@link Stratum#ANY} for the whole and every part
 * @param indicators ids of the indicators asked for; empty for all
 */
public record FigureQuery(
    OrgLevel level,
    String orgUnitId,
    PeriodKind kind,
    String series,
    Stratum stratum,
    Set<String> indicators) {
  private static final String ANY_SERIES = "*";

  public FigureQuery {
    indicators = Set.copyOf(indicators);
  }

  /** The main series of every indicator for a node. */
  public static FigureQuery main(OrgNode node, PeriodKind kind) {
    return new FigureQuery(node.level(), node.id(), kind, "MAIN", Stratum.ALL, Set.of());
  }

  /** Main series and companions of every indicator for a node, whole and by stratum. */
  public static FigureQuery everything(OrgNode node, PeriodKind kind) {
    return new FigureQuery(node.level(), node.id(), kind, ANY_SERIES, Stratum.ANY, Set.of());
  }

  /** The same for some indicators only; for all of them where none is named. */
  public FigureQuery about(Collection<IndicatorInfo> some) {
    Set<String> ids = Set.copyOf(some.stream().map(IndicatorInfo::id).toList());
    return new FigureQuery(level, orgUnitId, kind, series, stratum, ids);
  }

  boolean anySeries() {
    return ANY_SERIES.equals(series);
  }

  boolean anyStratum() {
    return Stratum.ANY.equals(stratum);
  }
}
