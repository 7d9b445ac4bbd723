package se.helhetssyn.datasets.quality;

/** What an intake does with what breaks a rule. */
public enum Treatment {
  /** Put right; the row is used. */
  REPAIRED,
  /** Kept as it is, marked and counted; the rule says where it does not count. */
  FLAGGED,
  /** The row is set aside with its reason. */
  QUARANTINED,
  /** The value, the row or the file is not taken in. */
  REJECTED,
  /** Taken out at the door and only counted. */
  DROPPED
}
