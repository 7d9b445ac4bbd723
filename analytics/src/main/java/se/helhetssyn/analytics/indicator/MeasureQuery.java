package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.helhetssyn.analytics.expression.ExpressionSql;

/**
 * A measure compiled to one query over the canonical tables. It gives one row per counted row with
 * {@code counted_on}, {@code person_key}, {@code unit_<attribution>} and, per {@link
 * CompiledSeries}, its columns.
 */
public final class MeasureQuery {
  private final IndicatorDefinition definition;
  private final MeasureDefinition measure;
  private final List<String> key;
  private final ExpressionSql sql;

  private MeasureQuery(
      IndicatorDefinition definition,
      MeasureDefinition measure,
      List<String> key,
      ExpressionSql sql) {
    this.definition = definition;
    this.measure = measure;
    this.key = key;
    this.sql = sql.naming(c -> c.name());
  }

  /**
   * Compiles each measure of a definition.
   *
   * @param primaryKeys canonical table → the columns that tell its rows apart
   * @param sql how expressions are written; its parameters are replaced by the definition's
   */
  public static List<MeasureQuery> of(
      IndicatorDefinition definition, Map<String, List<String>> primaryKeys, ExpressionSql sql) {
    ExpressionSql own =
        new ExpressionSql(sql.dialect(), sql.columns(), definition.parameters(), sql.asOf());
    return definition.measures().stream()
        .map(m -> new MeasureQuery(definition, m, rowKey(m, primaryKeys), own))
        .toList();
  }

  private static List<String> rowKey(MeasureDefinition m, Map<String, List<String>> primaryKeys) {
    if (m.from().equals(MeasureDefinition.PERSON_IN_SCOPE)) {
      return List.of("person_key", "reference_day");
    }
    List<String> table = primaryKeys.getOrDefault(m.from(), List.of());
    return m.at() == null
        ? table
        : Stream.concat(table.stream(), Stream.of("reference_day")).toList();
  }

  /** What is compiled. */
  public IndicatorDefinition definition() {
    return definition;
  }

  /** Whether rows are evaluated at period ends: a period's figure is then that of its last day. */
  public boolean atPeriodEnds() {
    return measure.at() != null || measure.from().equals(MeasureDefinition.PERSON_IN_SCOPE);
  }

  /** Whether persons are the unit of count. */
  public boolean countsPersons() {
    return measure.from().equals(MeasureDefinition.PERSON_IN_SCOPE);
  }

  /** The attributions a row has a unit for. */
  public List<String> attributions() {
    return List.copyOf(measure.unit().keySet());
  }

  /** What is counted of the rows: each series in each stratum. */
  public List<CompiledSeries> series() {
    List<CompiledSeries> series = new ArrayList<>();
    for (SeriesDefinition s : measure.series()) {
      for (SeriesDefinition.Slice slice : s.slices()) {
        series.add(new CompiledSeries(series.size(), s, slice, definition.maturity(s)));
      }
    }
    return series;
  }

  /** The query. */
  public String sql() {
    return """
    WITH base AS (%s),
    looked AS (%s),
    scoped AS (%s),
    kept AS (SELECT * FROM scoped WHERE %s),
    counted AS (%s)
    SELECT %s FROM counted\
    """
        .formatted(
            base(),
            looked(),
            scoped(),
            where(),
            counted(),
            new MeasureColumns(measure, series(), sql).select());
  }

  private String base() {
    return measure.at() == null
        ? "SELECT * FROM " + measure.from()
        : "SELECT t.*, d.reference_day FROM %s t CROSS JOIN period_end d".formatted(measure.from());
  }

  private String looked() {
    return withLookups("base", measure.lookups());
  }

  private String withLookups(String table, List<MeasureDefinition.Lookup> lookups) {
    StringBuilder taken = new StringBuilder("SELECT t.*");
    StringBuilder joins = new StringBuilder(" FROM " + table + " t");
    for (int i = 0; i < lookups.size(); i++) {
      String other = "l" + i;
      MeasureDefinition.Lookup lookup = lookups.get(i);
      ExpressionSql theirs = sql.naming(c -> other + "." + c.name());
      lookup
          .take()
          .forEach((n, e) -> taken.append(", ").append(theirs.write(e)).append(" AS " + n));
      joins
          .append(" LEFT JOIN %s %s ON ".formatted(lookup.table(), other))
          .append(equal(lookup.on(), other, "t"));
    }
    return taken.append(joins).toString();
  }

  private static String equal(Map<String, String> on, String theirs, String ours) {
    return on.entrySet().stream()
        .map(e -> "%s.%s = %s.%s".formatted(theirs, e.getKey(), ours, e.getValue()))
        .collect(joining(" AND "));
  }

  private String scoped() {
    MeasureDefinition.Scope scope = measure.scope();
    if (scope == null) {
      return "SELECT * FROM looked";
    }
    String person = sql.write(scope.person());
    String day = sql.write(scope.day());
    String moments =
        "SELECT DISTINCT %s AS person_key, %s AS reference_day FROM looked".formatted(person, day);
    ExpressionSql ours = sql.naming(c -> "t." + c.name());
    return """
    SELECT t.*, s.person_key IS NOT NULL AS in_scope, s.unit AS scope_unit,
           s.geographical_unit AS scope_geographical_unit
    FROM looked t LEFT JOIN (%s) s ON s.person_key = %s AND s.reference_day = %s\
    """
        .formatted(
            PersonInScope.responsible(moments),
            ours.write(scope.person()),
            ours.write(scope.day()));
  }

  private String where() {
    return measure.where() == null ? "TRUE" : sql.write(measure.where());
  }

  private String counted() {
    StringBuilder counts = new StringBuilder("SELECT k.*");
    StringBuilder joins = new StringBuilder(" FROM kept k");
    for (int i = 0; i < measure.related().size(); i++) {
      String group = "r" + i;
      MeasureDefinition.Related related = measure.related().get(i);
      for (String name : related.count().keySet()) {
        counts.append(", coalesce(%s.%s, 0) AS %s".formatted(group, name, name));
      }
      joins.append(" LEFT JOIN (%s) %s ON ".formatted(counts(related), group));
      joins.append(
          key.stream().map(k -> "%s.%s = k.%s".formatted(group, k, k)).collect(joining(" AND ")));
    }
    return counts.append(joins).toString();
  }

  private String counts(MeasureDefinition.Related related) {
    ExpressionSql both =
        sql.naming(c -> (c.scope().equals("row") ? "base_row." : "related.") + c.name());
    String keys = key.stream().map(k -> "base_row." + k).collect(joining(", "));
    String counts =
        related.count().entrySet().stream()
            .map(e -> "%s AS %s".formatted(sumOf(both.write(e.getValue())), e.getKey()))
            .collect(joining(", "));
    return "SELECT %s, %s FROM kept base_row JOIN (%s) related ON %s GROUP BY %s"
        .formatted(
            keys,
            counts,
            withLookups(related.table(), related.lookups()),
            equal(related.on(), "related", "base_row"),
            keys);
  }

  private static String sumOf(String condition) {
    return "sum(CASE WHEN %s THEN 1 ELSE 0 END)".formatted(condition);
  }
}
