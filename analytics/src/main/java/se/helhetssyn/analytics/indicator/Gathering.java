package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.expression.ExpressionSql;

/**
 * The rows that several measures of the same table count, with all that any of them asks about a
 * row, in one run over the table.
 */
final class Gathering {
  private final MeasureDefinition like;
  private final Map<String, TableShape> tables;
  private final GatheredRows rows;
  private final Map<String, GatheredRows> relatedRows = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final List<String> wheres = new ArrayList<>();

  /** Names of a row's own and fetched columns that anything speaks of once the rows are found. */
  private final Set<String> spokenOf = new LinkedHashSet<>();

  private @Nullable RepeatedRows repeats;
  private boolean all;

  /**
   * @param like one of the measures; all have its table and its instant
   * @param tables name → shape
   */
  Gathering(MeasureDefinition like, Map<String, TableShape> tables) {
    this.like = like;
    this.tables = tables;
    List<String> columns =
        Stream.concat(shape(like.from()).columns().stream(), instantNames()).toList();
    this.rows = new GatheredRows(tables, key(), columns);
  }

  /** Related rows of one table, gone through together: what is told of them → its name. */
  private record Group(
      String table, String on, List<String> wheres, Map<Aggregate, String> columns) {}

  private Stream<String> instantNames() {
    MeasureDefinition.Instant at = like.at();
    return at == null ? Stream.empty() : at.names().stream();
  }

  private TableShape shape(String table) {
    TableShape shape = tables.get(table);
    return shape == null ? new TableShape(table, List.of(), List.of(), Map.of()) : shape;
  }

  /** Columns that tell the counted rows apart. */
  private List<String> key() {
    List<String> own = shape(like.from()).primaryKey();
    return isCrossed() ? Stream.concat(own.stream(), instantNames().limit(1)).toList() : own;
  }

  /** The same of what is counted: each row is there once for each of its periods. */
  private List<String> countedKey() {
    return like.at() == MeasureDefinition.Instant.EACH_PERIOD
        ? Stream.concat(key().stream(), Stream.of("period_no")).toList()
        : key();
  }

  /** Whether each row is there once for each of several days. */
  private boolean isCrossed() {
    return like.at() == MeasureDefinition.Instant.PERIOD_ENDS
        || like.at() == MeasureDefinition.Instant.NATIONAL_DAYS
        || like.at() == MeasureDefinition.Instant.MARCH_YEARS;
  }

  /**
   * Asks for what a measure needs.
   *
   * @return how the measure's expressions are written over the gathered rows
   */
  ExpressionSql add(MeasureDefinition measure, ExpressionSql sql) {
    Map<String, String> names = rows.fetch(measure.lookups(), measure.scope(), sql);
    Map<String, String> before = Map.copyOf(names);
    Expression where = measure.where();
    if (where == null) {
      all = true;
    } else {
      wheres.add(sql.naming(c -> named(before, c)).write(where));
    }
    measure.related().forEach(related -> add(related, sql, before, names));
    if (measure.repeats() != null) {
      repeats = new RepeatedRows(measure, measure.repeats(), sql, key());
    }
    return sql.naming(c -> spokenOf(names, c.name()));
  }

  private String spokenOf(Map<String, String> names, String name) {
    String known = names.getOrDefault(name, name);
    spokenOf.add(known);
    return known;
  }

  private static String named(Map<String, String> names, Expression.Column column) {
    return names.getOrDefault(column.name(), column.name());
  }

  private void add(
      MeasureDefinition.Related related,
      ExpressionSql sql,
      Map<String, String> ours,
      Map<String, String> names) {
    GatheredRows theirRows =
        relatedRows.computeIfAbsent(
            related.table(),
            table -> new GatheredRows(tables, shape(table).primaryKey(), shape(table).columns()));
    Map<String, String> theirs = theirRows.fetch(related.lookups(), related.scope(), sql);
    ExpressionSql both =
        sql.naming(c ->
            c.scope().equals("row")
                ? "base_row." + spokenOf(ours, c.name())
                : "related." + named(theirs, c));
    String on =
        related.on().entrySet().stream()
            .map(e ->
                "related.%s = base_row.%s"
                    .formatted(
                        theirs.getOrDefault(e.getKey(), e.getKey()), spokenOf(ours, e.getValue())))
            .collect(joining(" AND "));
    Group group =
        groups.computeIfAbsent(
            related.table() + "\n" + on,
            id -> new Group(related.table(), on, new ArrayList<>(), new LinkedHashMap<>()));
    Expression where = related.where();
    String condition = where == null ? "TRUE" : both.write(where);
    group.wheres().add(condition);
    Aggregate.of(related, both, condition, shape(related.table()).primaryKey())
        .forEach((name, aggregate) ->
            names.put(name, group.columns().computeIfAbsent(aggregate, told -> rows.name(name))));
  }

  /** Whether rows are gone through more than once, so that they are better found once for all. */
  boolean isReread() {
    return groups.size() > 1;
  }

  /**
   * Adds the steps that find the rows and gives the last one's name. What measures speak of must be
   * known by then.
   *
   * @param date where rows are there once per period that their date falls in or ends: that date
   */
  String found(Steps steps, @Nullable String date) {
    String base = steps.add("base", base());
    String fetched = rows.steps(steps, "base", base);
    String condition = all ? "TRUE" : wheres.stream().distinct().collect(joining(" OR "));
    String kept = steps.add("kept", "SELECT * FROM %s t WHERE %s".formatted(fetched, condition));
    String repeated = repeats == null ? kept : repeats.steps(steps, kept);
    String judged = date == null ? repeated : steps.add("in_period", inPeriods(repeated, date));
    Set<String> related = new HashSet<>();
    groups.values().forEach(group -> related.addAll(group.columns().values()));
    String columns =
        Stream.of(countedKey().stream(), spokenOf.stream(), numbered())
            .flatMap(names -> names)
            .filter(name -> !related.contains(name))
            .distinct()
            .collect(joining(", "));
    return steps.add("found", "SELECT %s FROM %s".formatted(columns, judged));
  }

  /** The period that a row is told in, and the day from which twelve months are mature. */
  private Stream<String> numbered() {
    if (like.at() == null || like.at() == MeasureDefinition.Instant.PERIOD_ENDS) {
      return Stream.empty();
    }
    return like.at() == MeasureDefinition.Instant.MARCH_YEARS
        ? Stream.of("period_no", "period_end")
        : Stream.of("period_no");
  }

  /** Adds the steps that bring related rows to those found and gives the last one's name. */
  String related(Steps steps, String found) {
    Map<String, String> sources = new HashMap<>();
    relatedRows.forEach(
        (table, gathered) -> sources.put(table, gathered.steps(steps, "related_" + table, table)));
    List<Group> all = List.copyOf(groups.values());
    for (int i = 0; i < all.size(); i++) {
      steps.add(group(i), perRow(all.get(i), found, sources));
    }
    return steps.add("counted", counted(found, all));
  }

  private String base() {
    if (!isCrossed()) {
      return "SELECT * FROM " + like.from();
    }
    if (like.at() == MeasureDefinition.Instant.PERIOD_ENDS) {
      return "SELECT t.*, d.reference_day FROM %s t CROSS JOIN period_end d".formatted(like.from());
    }
    String names = instantNames().map(n -> "d." + n).collect(joining(", "));
    return "SELECT t.*, %s, d.period_no FROM %s t CROSS JOIN instant d WHERE d.calendar = '%s'"
        .formatted(names, like.from(), like.at());
  }

  private static String group(int number) {
    return "group_%d".formatted(number);
  }

  /** One row per counted row that has any related ones. */
  private String perRow(Group group, String kept, Map<String, String> sources) {
    String keys = countedKey().stream().map(k -> "base_row." + k).collect(joining(", "));
    String columns =
        group.columns().entrySet().stream()
            .map(c -> "%s AS %s".formatted(c.getKey().sql(), c.getValue()))
            .collect(joining(", "));
    String any = group.wheres().stream().distinct().collect(joining(" OR "));
    return "SELECT %s, %s FROM %s base_row JOIN %s related ON %s AND (%s) GROUP BY %s"
        .formatted(keys, columns, kept, sources.get(group.table()), group.on(), any, keys);
  }

  private String counted(String kept, List<Group> found) {
    StringBuilder columns = new StringBuilder("SELECT k.*");
    StringBuilder joins = new StringBuilder(" FROM %s k".formatted(kept));
    for (int i = 0; i < found.size(); i++) {
      String group = group(i);
      found
          .get(i)
          .columns()
          .forEach((aggregate, name) -> columns.append(", ").append(aggregate.beside(group, name)));
      String same =
          countedKey().stream()
              .map(k -> "%s.%s = k.%s".formatted(group, k, k))
              .collect(joining(" AND "));
      joins.append(" LEFT JOIN %s ON %s".formatted(group, same));
    }
    return columns.append(joins).toString();
  }

  /** Each row once per period that its date falls in, or that ends with it. */
  private String inPeriods(String counted, String date) {
    boolean ends = like.at() == MeasureDefinition.Instant.WINDOWS;
    return """
    SELECT k.*, d.period_kind, d.period_start, d.period_end, d.period_no
    FROM %s k
    JOIN instant d ON d.calendar = '%s' AND d.period_end %s %s AND d.period_start <= %s\
    """
        .formatted(counted, like.at(), ends ? "=" : ">=", date, date);
  }
}
