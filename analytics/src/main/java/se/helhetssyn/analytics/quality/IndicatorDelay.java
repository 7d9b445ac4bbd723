package se.helhetssyn.analytics.quality;

import org.jspecify.annotations.Nullable;

/**
 * How long a period of an indicator stays preliminary.
 *
 * @param indicatorId for example {@code C03}
 * @param days days after its last day, and after its rows are mature
 * @param slowestTable the table that sets them; null where no table of the indicator tells how late
 *     its rows are registered
 * @param measured whether the days are measured; false where they are assumed
 */
public record IndicatorDelay(
    String indicatorId, int days, @Nullable String slowestTable, boolean measured) {}
