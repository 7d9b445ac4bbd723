package se.helhetssyn.pipelines.publish;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.pipelines.lateness.DelayCurve;

/**
 * How long periods of an indicator stay preliminary: until the slowest of its tables is all but
 * complete.
 *
 * @param days after a period's last day, and after its rows are mature
 * @param table the table that sets them; null where none tells how late its rows are registered
 * @param measured whether the days are measured; false where they are assumed
 */
record PreliminaryDays(int days, @Nullable String table, boolean measured) {
  private static final double COMPLETE = 0.95;
  private static final int FEWEST_ROWS = 200;
  private static final int FEWEST_DAYS = 14;
  private static final int ASSUMED_DAYS = 45;

  /** By the curves of all rows together; 45 days are assumed where there are too few. */
  static PreliminaryDays of(IndicatorDefinition indicator, List<DelayCurve> curves) {
    return curves.stream()
        .filter(curve -> curve.isOfAll() && indicator.tables().contains(curve.table()))
        .map(PreliminaryDays::of)
        .max(Comparator.comparingInt(PreliminaryDays::days))
        .orElse(new PreliminaryDays(ASSUMED_DAYS, null, false));
  }

  private static PreliminaryDays of(DelayCurve curve) {
    return curve.rows() < FEWEST_ROWS || curve.shares().isEmpty()
        ? new PreliminaryDays(ASSUMED_DAYS, curve.table(), false)
        : new PreliminaryDays(Math.max(FEWEST_DAYS, curve.dayOf(COMPLETE)), curve.table(), true);
  }
}
