package se.helhetssyn.analytics.mart;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The figures of one generation in one layer. Safe for use by several threads; answers stay those
 * of this generation even after a newer one is published.
 *
 * <p>Every method throws {@link MartException} when the file cannot be read.
 */
public interface Mart {
  Generation generation();

  /**
   * The nodes active on the as-of date, by name in Swedish order. Units of type {@code OTHER} are
   * not among them: no figures are computed for them.
   */
  List<OrgNode> organisation();

  /** All published indicators in the order they are shown. */
  List<IndicatorInfo> indicators();

  /** The published periods of a kind, oldest first. */
  List<Period> periods(PeriodKind kind);

  /**
   * How many rows name no unit or an unknown one (count); they are part of the top level alone.
   * Those of a file that are too few to be told are left out.
   */
  long unmappedRows();

  /** Figures ordered by indicator, series, stratum and period; empty for an unknown node. */
  List<Figure> figures(FigureQuery query);

  /**
   * Figures ordered by node, definition version and stratum; empty for an unknown indicator. Nodes
   * that were active in the period only, and so are not of the organisation, are among them.
   */
  List<Figure> figures(ComparisonQuery query);

  /**
   * Reads the file's tables directly, on a connection that is closed afterwards and can change
   * nothing.
   */
  <T> T read(Reading<T> reading);

  /** Something read from the tables of {@link MartSchema}; those of a newer version are absent. */
  interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }
}
