package se.helhetssyn.analytics.mart;

/**
 * A question for the figures of one organisation node: all indicators that have the series, every
 * period of the kind.
 *
 * @param level level of the node
 * @param orgUnitId the node
 * @param kind period length
 * @param series {@code MAIN} or a companion; {@code *} for all
 * @param stratum the part of the population; {@link Stratum#ANY} for the whole and every part
 */
public record FigureQuery(
    OrgLevel level, String orgUnitId, PeriodKind kind, String series, Stratum stratum) {
  private static final String ANY_SERIES = "*";

  /** The main series of every indicator for a node. */
  public static FigureQuery main(OrgNode node, PeriodKind kind) {
    return new FigureQuery(node.level(), node.id(), kind, "MAIN", Stratum.ALL);
  }

  /** Main series and companions of every indicator for a node, whole and by stratum. */
  public static FigureQuery everything(OrgNode node, PeriodKind kind) {
    return new FigureQuery(node.level(), node.id(), kind, ANY_SERIES, Stratum.ANY);
  }

  boolean anySeries() {
    return ANY_SERIES.equals(series);
  }

  boolean anyStratum() {
    return Stratum.ANY.equals(stratum);
  }
}
