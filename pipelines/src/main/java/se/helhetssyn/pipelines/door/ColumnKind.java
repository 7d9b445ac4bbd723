package se.helhetssyn.pipelines.door;

/** What is known of a column before it is searched for identity numbers. */
public enum ColumnKind {
  /** Text and codes: ten digits alone are searched too. */
  TEXT,
  /** Running numbers, figures and dates: ten digits alone may be one of these. */
  NUMBER_LIKE,
  /** Keys of 64 hexadecimal digits, which are not searched while they have that form. */
  HEX_KEY,
  /** Excepted by the data protection officer; the decision is on record. */
  EXCEPTED
}
