package se.helhetssyn.pipelines.marks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time that rows of a table were delivered for.
 *
 * @param table canonical table
 * @param root node whose subtree was delivered; null for all of the organisation
 * @param from first day
 * @param to last day (inclusive)
 */
public record DeliveredTime(String table, @Nullable String root, LocalDate from, LocalDate to) {}
