package se.helhetssyn.datasets.contract;

/**
 * What a sound row fulfils. A row for which the condition is false or NULL breaks the rule.
 *
 * @param code what is wrong with a row that breaks it, upper snake case; unique within a table
 * @param condition SQL boolean expression over the row's columns, in the part of the language that
 *     Spark and DuckDB share; where a value is missing it holds, since what must be there is told
 *     by the columns themselves
 * @param message the same in one Swedish sentence
 */
public record RowRule(String code, String condition, String message) {}
