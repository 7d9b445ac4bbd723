package se.helhetssyn.datasets.identity;

/** The ways an identity number is written. */
public enum WrittenForm {
  /** Twelve digits in a row. */
  TWELVE,
  /** Eight digits, a sign and four. */
  EIGHT_SIGN_FOUR,
  /** Six digits, a sign and four. */
  SIX_SIGN_FOUR,
  /** Eight digits, a blank and four. */
  EIGHT_BLANK_FOUR,
  /** Six digits, a blank and four. */
  SIX_BLANK_FOUR,
  /** Ten digits in a row: other numbers look so too, and the caller knows which column it is. */
  TEN
}
