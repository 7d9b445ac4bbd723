package se.helhetssyn.analytics.quality;

/** What changed, between two generations, of that which a figure rests on. */
public enum RevisionCause {
  /** Rows were added to its tables. */
  LATE,
  /** Rows of its tables got other content. */
  CORRECTED,
  /** Rows of its tables are there no more. */
  WITHDRAWN,
  /** The indicator is defined in another way. */
  DEFINITION,
  /** A parameter of the indicator is set to another value. */
  SETTINGS,
  /** A node of its part of the organisation was changed. */
  ORGANISATION,
  /** More of its rows could be judged, since time had passed. */
  MATURED,
  /** None of these. */
  UNKNOWN
}
