package se.helhetssyn.analytics.mart;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One published generation, as far as readers need to know it.
 *
 * @param id sorts by time
 * @param publishedAt when the pointer moved
 * @param asOf "today" of the run, for maturity and preliminary marks
 * @param deliveredTo last day the delivery covers
 * @param protectedSource whether small numbers are hidden; false for a source declared non-personal
 *     and public
 * @param protectionNote which small-number rules were applied, in one Swedish sentence
 */
public record Generation(
    String id,
    Instant publishedAt,
    LocalDate asOf,
    LocalDate deliveredTo,
    boolean protectedSource,
    String protectionNote) {}
