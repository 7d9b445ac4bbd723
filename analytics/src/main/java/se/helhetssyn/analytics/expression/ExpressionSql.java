package se.helhetssyn.analytics.expression;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Writes expressions as SQL. Days are those of the session's time zone, which both engines must
 * have set to Europe/Stockholm.
 *
 * @param dialect the engine
 * @param columns how a column is named in the query at hand
 * @param parameters value of each setting
 * @param asOf "today" of the run
 */
public record ExpressionSql(
    Dialect dialect, ColumnNames columns, Map<String, Integer> parameters, LocalDate asOf) {
  public ExpressionSql {
    parameters = Map.copyOf(parameters);
  }

  /** How a query names a column. */
  @FunctionalInterface
  public interface ColumnNames {
    String sql(Expression.Column column);
  }

  /** The same, where the query names its columns otherwise. */
  public ExpressionSql naming(ColumnNames other) {
    return new ExpressionSql(dialect, other, parameters, asOf);
  }

  /** The expression as SQL, wrapped so that it can stand anywhere. */
  public String write(Expression expression) {
    return switch (expression) {
      case Expression.Column c -> columns.sql(c);
      case Expression.Parameter p -> String.valueOf(parameter(p));
      case Expression.Text t -> quote(t.value());
      case Expression.Whole w -> Long.toString(w.value());
      case Expression.Truth t -> t.value() ? "TRUE" : "FALSE";
      case Expression.Null n -> "NULL";
      case Expression.Binary b ->
          "(%s %s %s)".formatted(write(b.left()), b.operator().sign(), write(b.right()));
      case Expression.Not n -> "(NOT %s)".formatted(write(n.operand()));
      case Expression.IsNull i ->
          "(%s IS %sNULL)".formatted(write(i.operand()), i.negated() ? "NOT " : "");
      case Expression.In i ->
          "(%s %sIN (%s))"
              .formatted(write(i.operand()), i.negated() ? "NOT " : "", all(i.values()));
      case Expression.Between b ->
          "(%s BETWEEN %s AND %s)".formatted(write(b.operand()), write(b.low()), write(b.high()));
      case Expression.Case c -> choice(c);
      case Expression.Call c -> call(c.function(), c.arguments());
    };
  }

  private String choice(Expression.Case choice) {
    String branches =
        choice.branches().stream()
            .map(b -> "WHEN %s THEN %s".formatted(write(b.condition()), write(b.result())))
            .collect(joining(" "));
    Expression otherwise = choice.otherwise();
    return "(CASE %s ELSE %s END)"
        .formatted(branches, otherwise == null ? "NULL" : write(otherwise));
  }

  private String call(Function function, List<Expression> arguments) {
    return switch (function) {
      case DAY -> "CAST(%s AS DATE)".formatted(all(arguments));
      case DAYS -> days(write(arguments.get(0)), write(arguments.get(1)));
      case PLUS_DAYS -> plusDays(write(arguments.get(0)), write(arguments.get(1)));
      case YEAR -> "year(%s)".formatted(all(arguments));
      case QUARTER_START -> quarterStart(all(arguments));
      case CONTAINS -> contains(write(arguments.get(0)), write(arguments.get(1)));
      case AS_OF -> "DATE '%s'".formatted(asOf);
      case COALESCE, LEAST, GREATEST -> "%s(%s)".formatted(function, all(arguments));
    };
  }

  private String days(String from, String to) {
    return switch (dialect) {
      case SPARK -> "datediff(%s, %s)".formatted(to, from);
      case DUCKDB -> "date_diff('day', %s, %s)".formatted(from, to);
    };
  }

  private String quarterStart(String day) {
    return switch (dialect) {
      case SPARK -> "CAST(trunc(%s, 'QUARTER') AS DATE)".formatted(day);
      case DUCKDB -> "CAST(date_trunc('quarter', %s) AS DATE)".formatted(day);
    };
  }

  private String contains(String list, String word) {
    return switch (dialect) {
      case SPARK -> "array_contains(split(%s, ' *[;,] *'), %s)".formatted(list, word);
      case DUCKDB -> "list_contains(string_split_regex(%s, ' *[;,] *'), %s)".formatted(list, word);
    };
  }

  private String plusDays(String day, String days) {
    return switch (dialect) {
      case SPARK -> "date_add(%s, %s)".formatted(day, days);
      case DUCKDB -> "CAST(%s + CAST(%s AS INTEGER) AS DATE)".formatted(day, days);
    };
  }

  private String all(List<Expression> expressions) {
    return expressions.stream().map(this::write).collect(joining(", "));
  }

  private int parameter(Expression.Parameter parameter) {
    Integer value = parameters.get(parameter.name());
    if (value == null) {
      throw new ExpressionException("Inställningen :%s saknas.".formatted(parameter.name()));
    }
    return value;
  }

  private String quote(String text) {
    return switch (dialect) {
      case SPARK -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
      case DUCKDB -> "'" + text.replace("'", "''") + "'";
    };
  }
}
