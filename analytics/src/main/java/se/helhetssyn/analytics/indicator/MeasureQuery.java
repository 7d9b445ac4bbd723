package se.helhetssyn.analytics.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.mart.Stratum;

/**
 * A measure compiled to one query over the canonical and derived tables. It gives one row per
 * counted row with {@code counted_on}, {@code person_key}, {@code unit_<attribution>} and, per
 * {@link CompiledSeries}, its columns. Several are computed together by a {@link MeasurePass}.
 */
public final class MeasureQuery {
  /** Rows count at the unit that was responsible, in the organisation of the day. */
  public static final String AS_WAS = "AS_WAS";

  /** The same for persons in home health care by the geographical unit alone. */
  public static final String AS_WAS_GEO = "AS_WAS_GEO";

  /** The same rows count where the organisation of the last known day has them. */
  public static final String AS_IS = "AS_IS";

  private static final List<String> PERSON_DIMENSIONS = List.of("SEX", "AGE_GROUP");

  private final IndicatorDefinition definition;
  private final MeasureDefinition measure;
  private final Map<String, TableShape> tables;
  private final ExpressionSql sql;
  private final List<CompiledSeries> series;

  private MeasureQuery(
      IndicatorDefinition definition,
      MeasureDefinition measure,
      Map<String, TableShape> tables,
      ExpressionSql sql) {
    this.definition = definition;
    this.measure = measure;
    this.tables = tables;
    this.sql = sql.naming(c -> c.name());
    this.series = compiled();
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

  MeasureDefinition measure() {
    return measure;
  }

  Map<String, TableShape> tables() {
    return tables;
  }

  /** When rows are evaluated. */
  public MeasureDefinition.@Nullable Instant instant() {
    return measure.from().equals(DerivedTable.PERSON_IN_SCOPE.tableName())
        ? MeasureDefinition.Instant.PERIOD_ENDS
        : measure.at();
  }

  /** Whether rows are evaluated at period ends: an unfinished period has no figure then. */
  public boolean atPeriodEnds() {
    MeasureDefinition.Instant instant = instant();
    return instant != null && instant.endsPeriods();
  }

  /** Whether figures tell how many persons are behind them. */
  public boolean tellsPersons() {
    return definition.unitOfCount().tellsPersons();
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
    return series;
  }

  /**
   * The strata that are made of the persons behind a whole, and told of from the service area
   * upwards: by sex and by age group; none where the measure has no persons.
   */
  public List<Stratum> personStrata() {
    return measure.person() == null ? List.of() : personStrata(tables.values());
  }

  /**
   * Every stratum made of the persons behind a whole, by the code lists of the table of persons.
   */
  public static List<Stratum> personStrata(Collection<TableShape> tables) {
    return tables.stream()
        .filter(t -> t.name().equals("person"))
        .flatMap(person ->
            PERSON_DIMENSIONS.stream()
                .flatMap(dimension ->
                    person.codes().getOrDefault(column(dimension), List.of()).stream()
                        .map(code -> new Stratum(dimension, code))))
        .toList();
  }

  private static String column(String dimension) {
    return dimension.toLowerCase(Locale.ROOT);
  }

  private List<CompiledSeries> compiled() {
    Map<String, List<String>> codes = measure.codes(tables);
    List<CompiledSeries> compiled = new ArrayList<>();
    int amounts = 0;
    for (SeriesDefinition s : measure.series()) {
      for (SeriesDefinition.Slice slice : s.slices(codes)) {
        CompiledSeries next =
            new CompiledSeries(compiled.size(), s, slice, definition.maturity(s), amounts);
        compiled.add(next);
        amounts += next.amounts();
      }
    }
    return List.copyOf(compiled);
  }

  /** The query for this measure alone. */
  public String sql() {
    Steps steps = new Steps();
    Gathering gathering = new Gathering(measure, tables);
    MeasureColumns columns = new MeasureColumns(measure, series, gathering.add(measure, sql));
    String select = columns.select();
    Expression where = measure.where();
    String condition = where == null ? "" : " WHERE " + columns.sql().write(where);
    String rows =
        gathering.related(steps, gathering.found(steps, inPeriods() ? columns.date() : null));
    return steps.before("SELECT %s FROM %s%s".formatted(select, rows, condition));
  }

  /** Whether rows are told of once per period that their date falls in, or ends. */
  boolean inPeriods() {
    return measure.at() == MeasureDefinition.Instant.EACH_PERIOD
        || measure.at() == MeasureDefinition.Instant.WINDOWS;
  }

  ExpressionSql expressions() {
    return sql;
  }
}
