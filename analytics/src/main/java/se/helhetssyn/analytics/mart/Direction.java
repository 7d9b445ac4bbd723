package se.helhetssyn.analytics.mart;

/** Which way is better; {@code NONE} where a change says nothing about quality by itself. */
public enum Direction {
  HIGHER,
  LOWER,
  NONE
}
