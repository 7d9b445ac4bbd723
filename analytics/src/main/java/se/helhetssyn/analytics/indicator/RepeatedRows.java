package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.expression.ExpressionSql;

/** The steps that find rows which end a series of like ones. */
record RepeatedRows(
    MeasureDefinition measure,
    MeasureDefinition.Repeats repeats,
    ExpressionSql sql,
    List<String> key) {
  private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

  /** Adds the steps and gives the last one's name. */
  String steps(Steps steps, String rows) {
    ExpressionSql plain = sql.naming(c -> c.name());
    String day = plain.write(repeats.day());
    String like = String.join(", ", repeats.of());
    String near =
        "OVER (PARTITION BY %s ORDER BY repeat_day RANGE BETWEEN %d PRECEDING AND CURRENT ROW)"
            .formatted(like, Math.max(number(repeats.withinDays()), 1) - 1);
    steps.add(
        "repeat_dayed", "SELECT *, %s AS repeat_day FROM %s".formatted(sinceEpoch(day), rows));
    steps.add(
        "repeat_counted",
        "SELECT *, count(*) %s AS repeat_rows, %s AS repeat_persons FROM repeat_dayed"
            .formatted(near, persons(plain, near)));
    steps.add(
        "repeat_judged",
        "SELECT *, repeat_rows >= %d AND repeat_persons >= %d AS repeats FROM repeat_counted"
            .formatted(number(repeats.atLeast()), number(repeats.persons())));
    return steps.add(
        "repeated",
        """
        SELECT *,
               max(CASE WHEN repeats THEN %s END) OVER (
                 PARTITION BY %s ORDER BY repeat_day
                 RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS repeated_before,
               repeats AND row_number() OVER (
                 PARTITION BY %s, repeat_day ORDER BY %s) = 1 AS repeats_first_today
        FROM repeat_judged\
        """
            .formatted(day, like, like, key.stream().collect(joining(", "))));
  }

  private String sinceEpoch(String day) {
    return sql.dialect() == Dialect.SPARK
        ? "datediff(%s, DATE '%s')".formatted(day, EPOCH)
        : "CAST(date_diff('day', DATE '%s', %s) AS INTEGER)".formatted(EPOCH, day);
  }

  private String persons(ExpressionSql plain, String near) {
    Expression person = measure.person();
    String whom = person == null ? "person_key" : plain.write(person);
    return sql.dialect() == Dialect.SPARK
        ? "size(collect_set(%s) %s)".formatted(whom, near)
        : "count(DISTINCT %s) %s".formatted(whom, near);
  }

  private int number(String stated) {
    Integer parameter = sql.parameters().get(stated);
    return parameter == null ? Integer.parseInt(stated) : parameter;
  }
}
