package se.helhetssyn.analytics.expression;

/** The engines an expression can be written for. */
public enum Dialect {
  SPARK,
  DUCKDB
}
