package se.helhetssyn.ui.run;

import org.jspecify.annotations.Nullable;

/**
 * Told to the whole application when a run has ended.
 *
 * @param runId which
 * @param deliveryId the delivery by hand that it took in; null for a scheduled one
 * @param outcome how
 */
public record RunEnded(String runId, @Nullable String deliveryId, RunOutcome outcome) {}
