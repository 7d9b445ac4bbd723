package se.helhetssyn.analytics.mart;

import java.util.Locale;

/**
 * Who may hold a copy of the figures. Each layer is a file of its own, so that a copy of one never
 * carries another.
 */
public enum Layer {
  /** Unprotected counts: a manager's own unit, where the municipality has decided so. */
  INTERNAL,
  /** Small numbers hidden at k = 5: everyone who logs in, every ordinary export. */
  PROTECTED,
  /** Small numbers hidden at k = 10: what goes to a board or out of the house. */
  PUBLIC;

  /** The layer's file name within a generation, for example {@code protected.duckdb}. */
  public String fileName() {
    return name().toLowerCase(Locale.ROOT) + ".duckdb";
  }
}
