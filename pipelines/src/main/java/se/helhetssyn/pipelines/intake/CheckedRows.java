package se.helhetssyn.pipelines.intake;

/**
 * How many rows of a table a rule was held against.
 *
 * @param rule id of the rule
 * @param table canonical table
 * @param rows count; 0 if the table came without rows that the rule is about
 * @param broken whether the rule could not be held against the table, through a fault of its own
 */
public record CheckedRows(String rule, String table, long rows, boolean broken) {}
