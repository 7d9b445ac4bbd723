package se.helhetssyn.analytics.mart;

/**
 * A question for the main figures of one indicator and one period over every organisation node of a
 * level: the whole and each part of the population.
 *
 * @param indicatorId for example {@code C03}
 * @param level level of the nodes
 * @param period the calendar period
 */
public record ComparisonQuery(String indicatorId, OrgLevel level, Period period) {}
