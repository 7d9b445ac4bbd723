package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.expression.ExpressionSql;

/**
 * What is told of all the related rows that a counted one has.
 *
 * @param sql over those rows
 * @param zeroOfNone whether it is 0 where there are none; else it is absent
 */
record Aggregate(String sql, boolean zeroOfNone) {
  /**
   * What a measure asks of related rows, by the names it makes.
   *
   * @param both how expressions over both rows are written
   * @param condition which of the rows are looked at
   * @param key columns that tell the related rows apart
   */
  static Map<String, Aggregate> of(
      MeasureDefinition.Related related, ExpressionSql both, String condition, List<String> key) {
    Map<String, Aggregate> made = new LinkedHashMap<>();
    related
        .count()
        .forEach((name, e) -> made.put(name, sum(condition + " AND " + both.write(e), "1")));
    related.sum().forEach((name, e) -> made.put(name, sum(condition, both.write(e))));
    related.min().forEach((name, e) -> made.put(name, extreme("min", condition, both.write(e))));
    related.max().forEach((name, e) -> made.put(name, extreme("max", condition, both.write(e))));
    related.latest().forEach((name, l) -> made.put(name, latest(l, both, condition, key)));
    return made;
  }

  private static Aggregate sum(String condition, String value) {
    return new Aggregate(
        "coalesce(sum(CASE WHEN %s THEN %s END), 0)".formatted(condition, value), true);
  }

  private static Aggregate extreme(String which, String condition, String value) {
    return new Aggregate("%s(CASE WHEN %s THEN %s END)".formatted(which, condition, value), false);
  }

  private static Aggregate latest(
      MeasureDefinition.Latest latest, ExpressionSql both, String condition, List<String> key) {
    Expression where = latest.where();
    String looked = where == null ? condition : condition + " AND " + both.write(where);
    Stream<String> order =
        Stream.concat(
            latest.order().stream().map(both::write).flatMap(Aggregate::absentFirst),
            key.stream().map(k -> "related." + k));
    boolean spark = both.dialect() == Dialect.SPARK;
    return new Aggregate(
        "%s(%s, CASE WHEN %s THEN %s END)"
            .formatted(
                spark ? "max_by" : "arg_max_null",
                both.write(latest.take()),
                looked,
                order.collect(joining(", ", spark ? "struct(" : "row(", ")"))),
        false);
  }

  /** Engines differ in whether an absent value of a structure comes first or last. */
  private static Stream<String> absentFirst(String value) {
    return Stream.of("(%s IS NOT NULL)".formatted(value), value);
  }

  /** The column that holds it beside the counted row, which may have no related ones at all. */
  String beside(String group, String name) {
    return (zeroOfNone ? "coalesce(%s.%s, 0) AS %s" : "%s.%s AS %s").formatted(group, name, name);
  }
}
