package se.helhetssyn.ui.organisation;

import se.helhetssyn.analytics.mart.Mart;

/** What the store has to show right now. */
public sealed interface Publication {
  /**
   * A generation is served.
   *
   * @param mart its figures
   * @param organisation its organisation
   * @param outdated whether a newer generation is published but cannot be read
   */
  record Served(Mart mart, OrgTree organisation, boolean outdated) implements Publication {}

  /** No run has published anything yet. */
  record NothingYet() implements Publication {}

  /**
   * The published generation cannot be read.
   *
   * @param sentence what is wrong, for people
   */
  record Unreadable(String sentence) implements Publication {}
}
