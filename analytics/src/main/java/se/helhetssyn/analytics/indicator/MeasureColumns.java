package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.expression.Function;

/** What a {@link MeasureQuery} gives of each row it counts. */
record MeasureColumns(MeasureDefinition measure, List<CompiledSeries> series, ExpressionSql sql) {

  /** The select list: the counting date, the person, a unit per attribution, and the counts. */
  String select() {
    String date = sql.write(measure.date());
    String units =
        measure.unit().entrySet().stream()
            .map(u -> "%s AS unit_%s".formatted(sql.write(u.getValue()), u.getKey()))
            .collect(joining(", "));
    Expression person = measure.person();
    String whom = person == null ? "CAST(NULL AS VARCHAR(64))" : sql.write(person);
    String columns = series.stream().map(s -> columns(s, date)).collect(joining(",\n       "));
    return "%s AS counted_on, %s AS person_key, %s,\n       %s"
        .formatted(date, whom, units, columns);
  }

  private String columns(CompiledSeries s, String date) {
    String mature = mature(s, date);
    String below = both(mature, optional(s.slice().denominator(), "TRUE"));
    String above = both(below, sql.write(s.slice().numerator()));
    String unknown = both(mature, optional(s.slice().unknown(), "FALSE"));
    String outside = "%s AND NOT coalesce(%s, FALSE)".formatted(unknown, below);
    String counts =
        "%s AS %s, %s AS %s, %s AS %s, %s AS %s"
            .formatted(
                oneIf(s.plainCount() ? above : below),
                s.denominator(),
                oneIf(above),
                s.numerator(),
                oneIf(unknown),
                s.unknown(),
                oneIf(outside),
                s.unknownOutside());
    Expression days = s.definition().days();
    return days == null
        ? counts
        : counts + ", CASE WHEN %s THEN %s END AS %s".formatted(below, sql.write(days), s.days());
  }

  private String mature(CompiledSeries s, String date) {
    Expression within =
        new Expression.Call(
            Function.DAYS,
            List.of(
                new Expression.Column("", "counted_on"),
                new Expression.Call(Function.AS_OF, List.of())));
    return "(%s >= %d)".formatted(sql.naming(c -> date).write(within), s.maturityDays());
  }

  private String optional(@Nullable Expression expression, String otherwise) {
    return expression == null ? otherwise : sql.write(expression);
  }

  private static String both(String left, String right) {
    return "(%s AND %s)".formatted(left, right);
  }

  private static String oneIf(String condition) {
    return "CASE WHEN %s THEN 1 ELSE 0 END".formatted(condition);
  }
}
