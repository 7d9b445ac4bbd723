package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.expression.ExpressionSql;

/**
 * A measure compiled to one query over the canonical and derived tables. It gives one row per
 * counted row with {@code counted_on}, {@code person_key}, {@code unit_<attribution>} and, per
 * {@link CompiledSeries}, its columns.
 */
public final class MeasureQuery {
  /** Rows count at the unit that was responsible, in the organisation of the day. */
  public static final String AS_WAS = "AS_WAS";

  /** The same rows count where the organisation of the last known day has them. */
  public static final String AS_IS = "AS_IS";

  private final IndicatorDefinition definition;
  private final MeasureDefinition measure;
  private final Map<String, TableShape> tables;
  private final ExpressionSql sql;

  private MeasureQuery(
      IndicatorDefinition definition,
      MeasureDefinition measure,
      Map<String, TableShape> tables,
      ExpressionSql sql) {
    this.definition = definition;
    this.measure = measure;
    this.tables = tables;
    this.sql = sql.naming(c -> c.name());
  }

  /**
   * Compiles each measure of a definition.
   *
   * @param canonical the tables the definition was validated against
   * @param sql how expressions are written; its parameters are replaced by the definition's
   */
  public static List<MeasureQuery> of(
      IndicatorDefinition definition, List<TableShape> canonical, ExpressionSql sql) {
    ExpressionSql own =
        new ExpressionSql(sql.dialect(), sql.columns(), definition.parameters(), sql.asOf());
    Map<String, TableShape> tables = TableShape.byName(canonical);
    return definition.measures().stream()
        .map(m -> new MeasureQuery(definition, m, tables, own))
        .toList();
  }

  /** What is compiled. */
  public IndicatorDefinition definition() {
    return definition;
  }

  /** Whether rows are evaluated at period ends: a period's figure is then that of its last day. */
  public boolean atPeriodEnds() {
    return measure.at() != null || countsPersons();
  }

  /** Whether persons are the unit of count. */
  public boolean countsPersons() {
    return measure.from().equals(DerivedTable.PERSON_IN_SCOPE.tableName());
  }

  /** The attributions a row has a unit for: {@code AS_WAS}, and those the definition states. */
  public List<String> units() {
    return List.copyOf(measure.unit().keySet());
  }

  /** The attributions figures are told in: {@link #units} and, of every measure, {@code AS_IS}. */
  public List<String> attributions() {
    return Stream.concat(units().stream(), Stream.of(AS_IS)).toList();
  }

  /** What is counted of the rows: each series in each stratum. */
  public List<CompiledSeries> series() {
    Map<String, List<String>> codes = measure.codes(tables);
    List<CompiledSeries> series = new ArrayList<>();
    for (SeriesDefinition s : measure.series()) {
      for (SeriesDefinition.Slice slice : s.slices(codes)) {
        series.add(new CompiledSeries(series.size(), s, slice, definition.maturity(s)));
      }
    }
    return series;
  }

  /** The query. */
  public String sql() {
    Steps steps = new Steps();
    steps.add("base", base());
    Enrichment enrichment = new Enrichment(steps, tables, sql);
    String rows = enrichment.of("base", "base", key(), measure.lookups(), measure.scope());
    steps.add("kept", "SELECT * FROM %s WHERE %s".formatted(rows, condition(sql, measure.where())));
    for (int i = 0; i < measure.related().size(); i++) {
      MeasureDefinition.Related related = measure.related().get(i);
      String theirs =
          enrichment.of(
              group(i),
              related.table(),
              primaryKey(related.table()),
              related.lookups(),
              related.scope());
      steps.add(group(i), perRow(related, theirs));
    }
    steps.add("counted", counted());
    String columns = new MeasureColumns(measure, series(), sql).select();
    return steps.before("SELECT %s FROM counted".formatted(columns));
  }

  private String base() {
    return measure.at() == null
        ? "SELECT * FROM " + measure.from()
        : "SELECT t.*, d.reference_day FROM %s t CROSS JOIN period_end d".formatted(measure.from());
  }

  /** Columns that tell the counted rows apart. */
  private List<String> key() {
    List<String> own = primaryKey(measure.from());
    return measure.at() == null
        ? own
        : Stream.concat(own.stream(), Stream.of("reference_day")).toList();
  }

  private List<String> primaryKey(String table) {
    TableShape shape = tables.get(table);
    return shape == null ? List.of() : shape.primaryKey();
  }

  private static String condition(ExpressionSql sql, @Nullable Expression where) {
    return where == null ? "TRUE" : sql.write(where);
  }

  private static String group(int number) {
    return "related_%d".formatted(number);
  }

  /** Counts and sums of related rows, one row per counted row that has any. */
  private String perRow(MeasureDefinition.Related related, String theirs) {
    ExpressionSql both =
        sql.naming(c -> (c.scope().equals("row") ? "base_row." : "related.") + c.name());
    Stream<String> counts =
        related.count().entrySet().stream()
            .map(e -> "%s AS %s".formatted(count(both.write(e.getValue())), e.getKey()));
    Stream<String> sums =
        related.sum().entrySet().stream()
            .map(e -> "sum(%s) AS %s".formatted(both.write(e.getValue()), e.getKey()));
    String keys = key().stream().map(k -> "base_row." + k).collect(joining(", "));
    return "SELECT %s, %s FROM kept base_row JOIN %s related ON %s AND %s GROUP BY %s"
        .formatted(
            keys,
            Stream.concat(counts, sums).collect(joining(", ")),
            theirs,
            Enrichment.equal(related.on(), "related", "base_row"),
            condition(both, related.where()),
            keys);
  }

  private static String count(String condition) {
    return "sum(CASE WHEN %s THEN 1 ELSE 0 END)".formatted(condition);
  }

  private String counted() {
    StringBuilder columns = new StringBuilder("SELECT k.*");
    StringBuilder joins = new StringBuilder(" FROM kept k");
    for (int i = 0; i < measure.related().size(); i++) {
      String group = group(i);
      measure
          .related()
          .get(i)
          .names()
          .forEach(n -> columns.append(", coalesce(%s.%s, 0) AS %s".formatted(group, n, n)));
      String same =
          key().stream().map(k -> "%s.%s = k.%s".formatted(group, k, k)).collect(joining(" AND "));
      joins.append(" LEFT JOIN %s ON %s".formatted(group, same));
    }
    return columns.append(joins).toString();
  }
}
