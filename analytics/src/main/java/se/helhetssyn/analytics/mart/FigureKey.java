package se.helhetssyn.analytics.mart;

/**
 * What a figure is about; unique within a generation and layer.
 *
 * @param indicatorId for example {@code C03}
 * @param definitionVersion version of the definition it was computed with
 * @param series {@code MAIN} or a companion such as {@code STOCK_61_90}
 * @param attribution {@code AS_WAS} unless said otherwise
 * @param level level of the organisation node
 * @param orgUnitId the organisation node
 * @param period the calendar period
 * @param stratum the part of the population
 */
public record FigureKey(
    String indicatorId,
    int definitionVersion,
    String series,
    String attribution,
    OrgLevel level,
    String orgUnitId,
    Period period,
    Stratum stratum) {}
