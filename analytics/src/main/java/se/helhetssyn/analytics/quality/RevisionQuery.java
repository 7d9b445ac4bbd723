package se.helhetssyn.analytics.quality;

import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Period;

/**
 * A question for revised figures.
 *
 * @param indicatorId for example {@code C03}; null for all
 * @param orgUnitId id of the node; null for all
 * @param period the calendar period; null for all
 */
public record RevisionQuery(
    @Nullable String indicatorId, @Nullable String orgUnitId, @Nullable Period period) {
  /** Every revised figure. */
  public static final RevisionQuery ALL = new RevisionQuery(null, null, null);
}
