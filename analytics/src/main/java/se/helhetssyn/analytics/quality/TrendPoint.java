package se.helhetssyn.analytics.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a rule fell out in one run.
 *
 * @param run id of the run
 * @param publishedAt when it was published
 * @param table canonical table
 * @param rowsChecked rows that the rule was held against, as the layer tells them (count)
 * @param rowsAffected rows that broke it (count); null where a part of them is too few to be told
 * @param broken whether the check itself failed
 */
public record TrendPoint(
    String run,
    Instant publishedAt,
    String table,
    long rowsChecked,
    @Nullable Long rowsAffected,
    boolean broken) {}
