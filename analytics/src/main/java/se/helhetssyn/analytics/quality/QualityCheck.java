package se.helhetssyn.analytics.quality;

import org.jspecify.annotations.Nullable;

/**
 * One rule held against one canonical table.
 *
 * @param rule id of the rule
 * @param table canonical table
 * @param rowsChecked rows that the rule was held against, as the layer tells them (count)
 * @param rowsAffected rows that broke it (count, at most those checked; a row that broke it in two
 *     ways is counted twice); null where a part of them is too few to be told
 * @param threshold the share above which it fails
 * @param status how it fell out; where rows are hidden, as if they were as many as they can be
 */
public record QualityCheck(
    String rule,
    String table,
    long rowsChecked,
    @Nullable Long rowsAffected,
    double threshold,
    CheckStatus status) {}
