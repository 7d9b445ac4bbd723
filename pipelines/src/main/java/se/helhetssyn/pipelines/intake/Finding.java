package se.helhetssyn.pipelines.intake;

import se.helhetssyn.datasets.quality.Treatment;

/**
 * How many rows of one file broke one rule at one unit.
 *
 * @param rule id of the rule
 * @param code what was wrong more closely, for example {@code TYPE:reported_at}
 * @param table canonical table
 * @param file name of the file
 * @param unit the unit that the rows name; empty where they name none or an unknown one
 * @param treatment what was done about it
 * @param rows count
 */
public record Finding(
    String rule,
    String code,
    String table,
    String file,
    String unit,
    Treatment treatment,
    long rows) {}
