package se.helhetssyn.analytics.quality;

import org.jspecify.annotations.Nullable;

/**
 * Rows of one file that broke a rule in one way.
 *
 * @param rule id of the rule
 * @param code what was wrong more closely
 * @param table canonical table
 * @param file name of the file
 * @param unit the unit that the rows name; null outside the internal layer, and where they name
 *     none or an unknown one
 * @param treatment what was done about it, as the rules spell it
 * @param rows count; null where they are about too few persons to be told
 * @param fewerThan what the rows are fewer than, where they are not told; else null
 */
public record QualityFinding(
    String rule,
    String code,
    String table,
    String file,
    @Nullable String unit,
    String treatment,
    @Nullable Long rows,
    @Nullable Long fewerThan) {}
