package se.helhetssyn.analytics.mart;

/**
 * One published figure: an indicator series for one organisation node, period and stratum.
 *
 * @param key what it is about
 * @param kind what its value is
 * @param state the value, or why there is none
 * @param preliminary whether registration may still change it
 */
public record Figure(FigureKey key, ValueKind kind, FigureState state, boolean preliminary) {}
