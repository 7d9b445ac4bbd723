package se.helhetssyn.ui.run;

/** How a run ended. */
public enum RunOutcome {
  /** A new generation is served. */
  PUBLISHED,
  /** It stopped by itself and said why; nothing is published. */
  REFUSED,
  /** Somebody stopped it; nothing is published. */
  CANCELLED,
  /** Another run had the store, so it did nothing; what asked for it may ask again. */
  POSTPONED,
  /** Its process died without a word; nothing is published. */
  INTERRUPTED;

  /** Whether somebody who watches should do something. */
  boolean isFailure() {
    return this == REFUSED || this == INTERRUPTED;
  }
}
