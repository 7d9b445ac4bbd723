package se.helhetssyn.pipelines.intake;

import java.time.LocalDate;

/**
 * A month in which a unit that has had several rows a month suddenly has none (DQ38): its zero is
 * not believed.
 *
 * @param table canonical table
 * @param unit the unit that the rows are of
 * @param month first day of the month
 */
public record SilentMonth(String table, String unit, LocalDate month) {}
