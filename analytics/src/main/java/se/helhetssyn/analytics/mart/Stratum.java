package se.helhetssyn.analytics.mart;

/**
 * The part of the population a figure is about.
 *
 * @param dimension for example {@code AREA}; {@code ALL} for the whole
 * @param value for example {@code FALL}; {@code ALL} for the whole
 */
public record Stratum(String dimension, String value) {
  /** Everybody and everything the indicator counts. */
  public static final Stratum ALL = new Stratum("ALL", "ALL");

  /** In a question only: the whole and every part of it. */
  public static final Stratum ANY = new Stratum("*", "*");
}
