package se.helhetssyn.pipelines.intake;

/** Where a delivered row ends: on exactly one of these. */
enum Side {
  /** Kept. */
  TRUSTED,
  /** Rejected, with its reasons. */
  QUARANTINED,
  /** An exact copy of a row that was kept or rejected. */
  DUPLICATE,
  /** About a protected or a test person: kept nowhere, only counted. */
  DROPPED
}
