package se.helhetssyn.pipelines.intake;

/** Names and texts as they are written in Spark SQL. */
final class SqlText {
  private SqlText() {}

  /** A column's name. */
  static String quoted(String column) {
    return "`" + column.replace("`", "``") + "`";
  }

  /** A text. */
  static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** Condition: the whole text has a form. */
  static String matches(String expression, String form) {
    return "%s RLIKE %s".formatted(expression, literal("^(?:" + form + ")\\z"));
  }
}
