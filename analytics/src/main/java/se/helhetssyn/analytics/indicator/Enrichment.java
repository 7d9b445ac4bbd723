package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.ExpressionSql;

/**
 * Brings to each row what lookups and scope find for it; rows stay as many as they were.
 *
 * @param steps where its steps are added
 * @param tables name → shape
 * @param sql how expressions over one row are written
 */
record Enrichment(Steps steps, Map<String, TableShape> tables, ExpressionSql sql) {

  /**
   * Adds the steps.
   *
   * @param name prefix of the steps' names
   * @param rows table or step to begin with
   * @param key columns that tell its rows apart
   * @return the step that holds the result
   */
  String of(
      String name,
      String rows,
      List<String> key,
      List<MeasureDefinition.Lookup> lookups,
      MeasureDefinition.@Nullable Scope scope) {
    String reached = rows;
    for (int i = 0; i < lookups.size(); i++) {
      String step = "%s_looked_%d".formatted(name, i);
      reached = steps.add(step, lookedUp(step, reached, key, lookups.get(i)));
    }
    return scope == null ? reached : steps.add(name + "_scoped", scoped(reached, scope));
  }

  private String lookedUp(
      String step, String rows, List<String> key, MeasureDefinition.Lookup lookup) {
    ExpressionSql theirs = sql.naming(c -> "l." + c.name());
    String taken =
        lookup.take().entrySet().stream()
            .map(e -> ", %s AS %s".formatted(theirs.write(e.getValue()), e.getKey()))
            .collect(joining());
    ExpressionSql both = sql.naming(c -> (c.scope().equals("row") ? "t." : "l.") + c.name());
    String where = lookup.where() == null ? "" : " AND " + both.write(lookup.where());
    String join =
        " FROM %s t LEFT JOIN %s l ON %s%s"
            .formatted(rows, lookup.table(), equal(lookup.on(), "l", "t"), where);
    return lookup.order().isEmpty()
        ? "SELECT t.*" + taken + join
        : first("_" + step, "SELECT t.*" + taken, key, order(lookup, both), join);
  }

  /** The first in order; a tie goes to the lowest key of the table. */
  private String order(MeasureDefinition.Lookup lookup, ExpressionSql both) {
    TableShape shape = tables.get(lookup.table());
    Stream<String> key =
        shape == null ? Stream.empty() : shape.primaryKey().stream().map(k -> "l." + k);
    return Stream.concat(lookup.order().stream().map(both::write), key)
        .map(o -> o + " NULLS LAST")
        .collect(joining(", "));
  }

  private static String first(
      String place, String select, List<String> key, String order, String join) {
    String partition = key.stream().map(k -> "t." + k).collect(joining(", "));
    return """
    SELECT * FROM (
      %s, row_number() OVER (PARTITION BY %s ORDER BY %s) AS %s%s
    ) placed WHERE %s = 1\
    """
        .formatted(select, partition, order, place, join, place);
  }

  static String equal(Map<String, String> on, String theirs, String ours) {
    return on.entrySet().stream()
        .map(e -> "%s.%s = %s.%s".formatted(theirs, e.getKey(), ours, e.getValue()))
        .collect(joining(" AND "));
  }

  private String scoped(String rows, MeasureDefinition.Scope scope) {
    String moments =
        "SELECT DISTINCT %s AS person_key, %s AS reference_day FROM %s"
            .formatted(sql.write(scope.person()), sql.write(scope.day()), rows);
    ExpressionSql ours = sql.naming(c -> "t." + c.name());
    return """
    SELECT t.*, s.person_key IS NOT NULL AS in_scope, s.unit AS scope_unit,
           s.geographical_unit AS scope_geographical_unit
    FROM %s t LEFT JOIN (%s) s ON s.person_key = %s AND s.reference_day = %s\
    """
        .formatted(
            rows,
            PersonInScope.responsible(moments),
            ours.write(scope.person()),
            ours.write(scope.day()));
  }
}
