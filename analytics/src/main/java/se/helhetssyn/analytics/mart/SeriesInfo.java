package se.helhetssyn.analytics.mart;

/**
 * One series of an indicator.
 *
 * @param series {@code MAIN} or the companion's code
 * @param name shown to people, in Swedish
 * @param kind what its values are
 */
public record SeriesInfo(String series, String name, ValueKind kind) {}
