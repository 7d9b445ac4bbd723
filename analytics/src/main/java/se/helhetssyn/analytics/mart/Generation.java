package se.helhetssyn.analytics.mart;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param isReduced whether rows of persons, of whatever time, were taken away after publication
 */
public record Generation(
    String id,
    Instant publishedAt,
    LocalDate asOf,
    LocalDate deliveredTo,
    boolean protectedSource,
    String protectionNote,
    Optional<LocalDate> culledBefore,
    boolean isReduced) {
  /** Whether rows under a period's figures are, or may be, taken away. */
  public boolean isCulled(Period period) {
    return isReduced || culledBefore.filter(period.start()::isBefore).isPresent();
  }

  /** The same after what has been taken away since it was published. */
  Generation after(StoreState state) {
    Optional<LocalDate> culled =
        Stream.concat(
                culledBefore.stream(),
                Stream.ofNullable(state.culledBefore()).map(LocalDate::parse))
            .max(Comparator.naturalOrder());
    boolean reduced =
        state.removals().stream().anyMatch(r -> r.cause() != StoreState.Cause.RETENTION);
    return new Generation(
        id, publishedAt, asOf, deliveredTo, protectedSource, protectionNote, culled, reduced);
  }
}
