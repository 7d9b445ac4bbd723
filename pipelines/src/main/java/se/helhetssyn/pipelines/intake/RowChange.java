package se.helhetssyn.pipelines.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a run changed the trusted rows of a table (counts).
 *
 * @param table canonical table
 * @param unit node the rows name; empty if the table names none
 * @param month first day of the month of the rows' day; null for a table without days
 * @param added rows whose key was not there
 * @param changed rows whose key was there with other content
 * @param removed rows that are there no more
 */
public record RowChange(
    String table, String unit, @Nullable LocalDate month, long added, long changed, long removed) {}
