package se.helhetssyn.pipelines.intake;

/** Where a delivered row ends: on exactly one of these. */
enum Side {
  /** Kept. */
  TRUSTED,
  /** Set aside, with its reasons. */
  QUARANTINED,
  /** Not taken in, for it tells of the future; set aside with its reasons too. */
  REJECTED,
  /** An exact copy or an older version of a row that is accounted for. */
  DUPLICATE,
  /** About a protected or a test person: kept nowhere, only counted. */
  DROPPED
}
