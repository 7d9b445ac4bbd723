package se.helhetssyn.analytics.quality;

import java.time.LocalDate;

/**
 * A month of a table that was expected of a unit and did not come.
 *
 * @param table canonical table
 * @param unit id of the unit
 * @param month first day of the month
 */
public record DeliveryGap(String table, String unit, LocalDate month) {}
