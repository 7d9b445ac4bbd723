package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.expression.ExpressionSql;

/**
 * Rows of one table with what measures fetch for them; rows stay as many as they were, and what
 * several measures ask for alike is fetched once.
 */
final class GatheredRows {
  private final Map<String, TableShape> tables;
  private final List<String> key;
  private final Set<String> taken;
  private final Map<String, Fetch> fetches = new LinkedHashMap<>();

  /**
   * @param tables name → shape
   * @param key columns that tell the rows apart
   * @param columns names that the rows have already
   */
  GatheredRows(Map<String, TableShape> tables, List<String> key, List<String> columns) {
    this.tables = tables;
    this.key = key;
    this.taken = new HashSet<>(columns);
  }

  /**
   * One row of another table, joined to each.
   *
   * @param table it
   * @param on condition, theirs as {@code l}, ours as {@code t}
   * @param order where several match, the first in this order, as SQL; else empty
   * @param columns expression → the name it is known by
   */
  private record Fetch(String table, String on, List<String> order, Map<String, String> columns) {}

  /**
   * Asks for what a measure's lookups and scope fetch.
   *
   * @param sql how the measure's expressions are written
   * @return the measure's names → the names they are known by here
   */
  Map<String, String> fetch(
      List<MeasureDefinition.Lookup> lookups,
      MeasureDefinition.@Nullable Scope scope,
      ExpressionSql sql) {
    Map<String, String> names = new HashMap<>();
    lookups.forEach(lookup -> fetch(lookup, sql, names));
    if (scope != null) {
      fetch(scope, sql, names);
    }
    return names;
  }

  /** A name not yet in use, as like the wish as can be. */
  String name(String wish) {
    String name = wish;
    for (int i = 2; !taken.add(name); i++) {
      name = wish + "_" + i;
    }
    return name;
  }

  private void fetch(
      MeasureDefinition.Lookup lookup, ExpressionSql sql, Map<String, String> names) {
    ExpressionSql both =
        sql.naming(c ->
            c.scope().equals("row")
                ? "t." + names.getOrDefault(c.name(), c.name())
                : "l." + c.name());
    String equal =
        lookup.on().entrySet().stream()
            .map(e ->
                "l.%s = t.%s".formatted(e.getKey(), names.getOrDefault(e.getValue(), e.getValue())))
            .collect(joining(" AND "));
    Expression where = lookup.where();
    Fetch fetch =
        fetched(
            lookup.table(),
            where == null ? equal : equal + " AND " + both.write(where),
            order(lookup, both));
    lookup
        .take()
        .forEach((name, taken) ->
            names.put(
                name, fetch.columns().computeIfAbsent(both.write(taken), sqlText -> name(name))));
  }

  /** The first in order; a tie goes to the lowest key of the table. */
  private List<String> order(MeasureDefinition.Lookup lookup, ExpressionSql both) {
    if (lookup.order().isEmpty()) {
      return List.of();
    }
    TableShape shape = tables.get(lookup.table());
    Stream<String> theirs =
        shape == null ? Stream.empty() : shape.primaryKey().stream().map(k -> "l." + k);
    String way = lookup.last() ? " DESC NULLS LAST" : " NULLS LAST";
    return Stream.concat(lookup.order().stream().map(both::write), theirs)
        .map(o -> o + way)
        .toList();
  }

  private void fetch(MeasureDefinition.Scope scope, ExpressionSql sql, Map<String, String> names) {
    ExpressionSql ours = sql.naming(c -> "t." + names.getOrDefault(c.name(), c.name()));
    String day = ours.write(scope.day());
    Fetch fetch =
        fetched(
            DerivedTable.RESPONSIBILITY.tableName(),
            "l.person_key = %s AND l.from_day <= %s AND %s < l.to_day"
                .formatted(ours.write(scope.person()), day, day),
            List.of());
    Map.of(
            "in_scope", "l.person_key IS NOT NULL",
            "scope_unit", "l.unit",
            "scope_geographical_unit", "l.geographical_unit")
        .forEach((name, taken) ->
            names.put(name, fetch.columns().computeIfAbsent(taken, sqlText -> name(name))));
  }

  private Fetch fetched(String table, String on, List<String> order) {
    return fetches.computeIfAbsent(
        String.join("\n", table, on, String.join(",", order)),
        id -> new Fetch(table, on, order, new LinkedHashMap<>()));
  }

  /** Adds the steps that fetch it all and gives the last one's name. */
  String steps(Steps steps, String prefix, String rows) {
    String reached = rows;
    int number = 0;
    for (Fetch fetch : new ArrayList<>(fetches.values())) {
      String step = "%s_%d".formatted(prefix, number++);
      reached = steps.add(step, joined(fetch, reached, "_" + step));
    }
    return reached;
  }

  private String joined(Fetch fetch, String rows, String place) {
    String columns =
        fetch.columns().entrySet().stream()
            .map(c -> ", %s AS %s".formatted(c.getKey(), c.getValue()))
            .collect(joining());
    String join =
        "SELECT t.*%s%s FROM %s t LEFT JOIN %s l ON %s"
            .formatted(columns, placed(fetch.order(), place), rows, fetch.table(), fetch.on());
    return fetch.order().isEmpty()
        ? join
        : "SELECT * FROM (%s) placed WHERE %s = 1".formatted(join, place);
  }

  private String placed(List<String> order, String place) {
    if (order.isEmpty()) {
      return "";
    }
    String partition = key.stream().map(k -> "t." + k).collect(joining(", "));
    return ", row_number() OVER (PARTITION BY %s ORDER BY %s) AS %s"
        .formatted(partition, String.join(", ", order), place);
  }
}
