package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.expression.Function;

/**
 * What is told of each row that a measure counts, over gathered rows.
 *
 * @param measure it
 * @param series what is counted
 * @param sql how its expressions are written there
 */
record MeasureColumns(MeasureDefinition measure, List<CompiledSeries> series, ExpressionSql sql) {
  /** Bits of a flag. */
  static final int ABOVE = 1;

  static final int BELOW = 2;
  static final int UNKNOWN = 4;
  static final int OUTSIDE = 8;

  /** The select list: the counting date, the person, a unit per attribution, and the counts. */
  String select() {
    String units =
        measure.unit().entrySet().stream()
            .map(u -> "%s AS unit_%s".formatted(sql.write(u.getValue()), u.getKey()))
            .collect(joining(", "));
    String columns = series.stream().map(this::columns).collect(joining(",\n       "));
    return "%s AS counted_on, %s AS person_key, %s,\n       %s"
        .formatted(date(), person(), units, columns);
  }

  String date() {
    return sql.write(measure.date());
  }

  private String person() {
    Expression person = measure.person();
    return person == null ? "CAST(NULL AS VARCHAR(64))" : sql.write(person);
  }

  private String columns(CompiledSeries s) {
    String flags = flags(s);
    String counts =
        "%s AS %s, %s AS %s, %s AS %s, %s AS %s"
            .formatted(
                bit(flags, BELOW),
                s.denominator(),
                bit(flags, ABOVE),
                s.numerator(),
                bit(flags, UNKNOWN),
                s.unknown(),
                bit(flags, OUTSIDE),
                s.unknownOutside());
    Expression days = s.definition().days();
    return days == null
        ? counts
        : counts
            + ", CASE WHEN %s THEN %s END AS %s".formatted(valued(s), sql.write(days), s.days());
  }

  private static String bit(String flags, int bit) {
    return "CAST((%s & %d) / %d AS INTEGER)".formatted(flags, bit, bit);
  }

  /** One row as a structure: who, when, where and, per series, a flag and its amounts. */
  String packed(int number) {
    Expression geographical = measure.unit().get(MeasureQuery.AS_WAS_GEO);
    String fields =
        Stream.of(
                field("measure", String.valueOf(number)),
                field("counted_on", date()),
                field("period_no", hasPeriods() ? "period_no" : "CAST(NULL AS INTEGER)"),
                field("as_was", counts(MeasureQuery.AS_WAS)),
                field("unit", unit(measure.unit().get(MeasureQuery.AS_WAS))),
                field("as_was_geo", counts(MeasureQuery.AS_WAS_GEO)),
                field("geographical_unit", unit(geographical)),
                field("person_key", person()),
                field("flags", letters()),
                field("amounts", amounts()))
            .collect(joining(", "));
    String row =
        sql.dialect() == Dialect.SPARK ? "named_struct(" + fields + ")" : "{" + fields + "}";
    Expression where = measure.where();
    return where == null ? row : "CASE WHEN %s THEN %s END".formatted(sql.write(where), row);
  }

  /** A letter per series, from a for no flag on. */
  private String letters() {
    String letter = sql.dialect() == Dialect.SPARK ? "char(97 + (%s))" : "chr(97 + (%s))";
    return series.stream()
        .map(s -> letter.formatted(flags(s)))
        .collect(joining(", ", "concat(", ")"));
  }

  private boolean hasPeriods() {
    return measure.at() != null && measure.at() != MeasureDefinition.Instant.PERIOD_ENDS;
  }

  /** Whether the row counts in an attribution. */
  private String counts(String attribution) {
    Expression where = measure.unitWhere().get(attribution);
    if (where != null) {
      return "coalesce(%s, FALSE)".formatted(sql.write(where));
    }
    return measure.unit().containsKey(attribution) ? "TRUE" : "FALSE";
  }

  private String unit(@Nullable Expression unit) {
    return unit == null ? "CAST(NULL AS VARCHAR(64))" : sql.write(unit);
  }

  private String field(String name, String value) {
    return sql.dialect() == Dialect.SPARK
        ? "'%s', %s".formatted(name, value)
        : "'%s': %s".formatted(name, value);
  }

  private String list(Stream<String> values) {
    return sql.dialect() == Dialect.SPARK
        ? values.collect(joining(", ", "array(", ")"))
        : values.collect(joining(", ", "[", "]"));
  }

  private String amounts() {
    List<String> amounts = series.stream().flatMap(this::amounts).toList();
    if (!amounts.isEmpty()) {
      return list(amounts.stream());
    }
    return sql.dialect() == Dialect.SPARK
        ? "CAST(array() AS ARRAY<BIGINT>)"
        : "CAST([] AS BIGINT[])";
  }

  private Stream<String> amounts(CompiledSeries s) {
    SeriesDefinition d = s.definition();
    if (d.days() != null) {
      return Stream.of(
          "CAST(CASE WHEN %s THEN %s END AS BIGINT)".formatted(valued(s), sql.write(d.days())));
    }
    return d.isWeighted()
        ? Stream.of(weight(d.numeratorWeight()), weight(d.denominatorWeight()))
        : Stream.empty();
  }

  private String weight(@Nullable Expression weight) {
    return "CAST(%s AS BIGINT)".formatted(weight == null ? "1" : sql.write(weight));
  }

  /** Which rows have a valid value: those below the line. */
  private String valued(CompiledSeries s) {
    return "%s AND %s".formatted(mature(s), optional(s.slice().denominator(), "TRUE"));
  }

  /**
   * Above, below, unknown and outside, as bits; an unknown row is outside if not below the line.
   */
  private String flags(CompiledSeries s) {
    String counted =
        "CASE WHEN %s THEN %d ELSE %d END"
            .formatted(
                sql.write(s.slice().numerator()), ABOVE + BELOW, s.isPlainCount() ? 0 : BELOW);
    Expression unknown = s.slice().unknown();
    String inside = unknown == null ? "" : " + " + unknown(unknown, UNKNOWN);
    String outside = unknown == null ? "0" : unknown(unknown, UNKNOWN + OUTSIDE);
    Expression below = s.slice().denominator();
    String judged =
        below == null
            ? counted + inside
            : "CASE WHEN %s THEN %s%s ELSE %s END"
                .formatted(sql.write(below), counted, inside, outside);
    return s.maturityDays() == 0 && !isDated()
        ? "(%s)".formatted(judged)
        : "CASE WHEN %s THEN %s ELSE 0 END".formatted(mature(s), judged);
  }

  /** Whether rows may be of days to come: those of period ends are not. */
  private boolean isDated() {
    return measure.at() != MeasureDefinition.Instant.PERIOD_ENDS;
  }

  private String unknown(Expression unknown, int bits) {
    return "CASE WHEN %s THEN %d ELSE 0 END".formatted(sql.write(unknown), bits);
  }

  private String mature(CompiledSeries s) {
    Expression within =
        new Expression.Call(
            Function.DAYS,
            List.of(
                new Expression.Column("", "counted_on"),
                new Expression.Call(Function.AS_OF, List.of())));
    return "(%s >= %d)".formatted(sql.naming(c -> matureFrom()).write(within), s.maturityDays());
  }

  /** What is told of twelve months at once is mature when its last day is. */
  private String matureFrom() {
    return measure.at() == MeasureDefinition.Instant.MARCH_YEARS ? "period_end" : date();
  }

  private String optional(@Nullable Expression expression, String otherwise) {
    return expression == null ? otherwise : sql.write(expression);
  }
}
