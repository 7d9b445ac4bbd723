package se.helhetssyn.analytics.mart;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

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
 * @param culledBefore figures of periods that begin before it stand as they were last computed,
 *     since the rows under them are taken away; empty where none are
 */
public record Generation(
    String id,
    Instant publishedAt,
    LocalDate asOf,
    LocalDate deliveredTo,
    boolean protectedSource,
    String protectionNote,
    Optional<LocalDate> culledBefore) {
  /** Whether the rows under a period's figures are taken away. */
  public boolean isCulled(Period period) {
    return culledBefore.filter(period.start()::isBefore).isPresent();
  }
}
