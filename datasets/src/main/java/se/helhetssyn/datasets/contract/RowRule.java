package se.helhetssyn.datasets.contract;

import java.util.Map;

/**
 * What a sound row fulfils. A row for which the condition is false or NULL breaks the rule. All
 * expressions are SQL over the row's columns, in the part of the language that Spark and DuckDB
 * share.
 *
 * @param code what is wrong with a row that breaks it, upper snake case; unique within a table
 * @param rule id of the rule of data quality that it is a case of
 * @param applies boolean expression: the rows that the rule is about at all
 * @param condition boolean expression; where a value is missing it holds, since what must be there
 *     is told by the columns themselves
 * @param message the same in one Swedish sentence
 * @param repair column → the expression that replaces its value in a row that breaks the rule
 */
public record RowRule(
    String code,
    String rule,
    String applies,
    String condition,
    String message,
    Map<String, String> repair) {
  /** Rule of every condition that names no other. */
  public static final String UNNAMED = "CT06";

  /** What a rule that says nothing of it is about: every row. */
  public static final String EVERY_ROW = "TRUE";

  public RowRule {
    repair = Map.copyOf(repair);
  }

  /** A condition on every row that is no case of a named rule and repairs nothing. */
  public RowRule(String code, String condition, String message) {
    this(code, UNNAMED, EVERY_ROW, condition, message, Map.of());
  }
}
