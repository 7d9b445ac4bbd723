package se.helhetssyn.pipelines.marks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time that rows of a table were delivered for.
 *
 * @param table canonical table
 * @param root node whose subtree was delivered; null for all of the organisation
 * @param from first day; null for the first day on which anything delivered happened
 * @param to last day (inclusive)
 */
public record DeliveredTime(
    String table, @Nullable String root, @Nullable LocalDate from, LocalDate to) {}
