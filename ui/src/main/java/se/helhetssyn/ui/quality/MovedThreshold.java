package se.helhetssyn.ui.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A threshold as somebody set it.
 *
 * @param rule id of the rule
 * @param table canonical table; null for all that have no limit of their own
 * @param share of the rows checked, 0 to 1; null for the rule's own again
 * @param reason why
 * @param changedBy who, as they log in
 * @param changedAt when
 */
record MovedThreshold(
    String rule,
    @Nullable String table,
    @Nullable Double share,
    String reason,
    String changedBy,
    Instant changedAt) {}
