package se.helhetssyn.pipelines.measure;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import se.helhetssyn.analytics.indicator.CompiledSeries;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.mart.ValueKind;

/** Writes the aggregations of a measure: first per cell and person, then per cell. */
final class CellColumns {
  private static final String CELL =
      "attribution, org_level, org_unit_id, period_kind, period_start";

  private final MeasureQuery measure;

  CellColumns(MeasureQuery measure) {
    this.measure = measure;
  }

  /** One row per cell and person: sums of every series' columns. */
  String perPerson(String rows) {
    String sums =
        each(s -> counts(s).map(c -> "sum(%s) AS %s".formatted(c, c)).collect(joining(", ")));
    return "SELECT %s, person_key, %s FROM %s GROUP BY %s, person_key"
        .formatted(CELL, sums, rows, CELL);
  }

  /** One row per cell: counts added up, and what protection needs to know of the persons. */
  String perCell(String persons) {
    return "SELECT %s, %s FROM %s GROUP BY %s".formatted(CELL, each(this::support), persons, CELL);
  }

  private String support(CompiledSeries s) {
    String n = s.numerator();
    String d = s.denominator();
    return """
    sum(%1$s) AS %1$s, sum(%2$s) AS %2$s, sum(%3$s) AS %3$s, sum(%4$s) AS %4$s, \
    count_if(%6$s > 0) AS p%5$d, count_if(%1$s > 0) AS pn%5$d, \
    count_if(%3$s > 0) AS pu%5$d, count_if(%2$s - %1$s > 0) AS pr%5$d, max_by(%2$s, %2$s, 2) AS top%5$d\
    """
        .formatted(n, d, s.unknown(), s.unknownOutside(), s.number(), behind(s));
  }

  /** Rows with a person behind them: of a plain count also those that may or may not count. */
  private static String behind(CompiledSeries s) {
    return s.definition().kind() == ValueKind.COUNT
        ? "%s + %s".formatted(s.denominator(), s.unknown())
        : s.denominator();
  }

  /** One row per cell, series and stratum. */
  String unpivoted(String cells) {
    List<CompiledSeries> series = measure.series();
    String rows =
        series.stream()
            .map(s ->
                "'%s', '%s', '%s', %s, %s, %s, %s, p%d, pn%d, pr%d, pu%d, top%d"
                    .formatted(
                        s.definition().code(),
                        s.stratum().dimension(),
                        s.stratum().value(),
                        s.numerator(),
                        s.denominator(),
                        s.unknown(),
                        s.unknownOutside(),
                        s.number(),
                        s.number(),
                        s.number(),
                        s.number(),
                        s.number()))
            .collect(joining(",\n"));
    String columns =
        "series, stratum, stratum_value, numerator, denominator, unknown, unknown_outside,"
            + " persons, persons_numerator, persons_rest, persons_unknown, top";
    return """
    SELECT '%s' AS indicator_id, %s, series, stratum, stratum_value, numerator, denominator,
           unknown, unknown_outside, persons, persons_numerator, persons_rest,
           persons_unknown, coalesce(get(top, 0), 0) AS largest, coalesce(get(top, 1), 0) AS second_largest
    FROM (SELECT %s, stack(%d, %s) AS (%s) FROM %s)\
    """
        .formatted(measure.definition().id(), CELL, CELL, series.size(), rows, columns, cells);
  }

  /** One row per cell, duration series and whole day. */
  Stream<String> histograms(String rows) {
    return measure.series().stream()
        .filter(CompiledSeries::isDuration)
        .map(s ->
            """
            SELECT '%s' AS indicator_id, %s, '%s' AS series, '%s' AS stratum,
                   '%s' AS stratum_value, CAST(%s AS INT) AS day,
                   sum(%s) AS closed, sum(%s - %s) AS censored
            FROM %s WHERE %s IS NOT NULL GROUP BY %s, %s\
            """
                .formatted(
                    measure.definition().id(),
                    CELL,
                    s.definition().code(),
                    s.stratum().dimension(),
                    s.stratum().value(),
                    s.days(),
                    s.numerator(),
                    s.denominator(),
                    s.numerator(),
                    rows,
                    s.days(),
                    CELL,
                    s.days()));
  }

  /** Every column a row brings to its cells. */
  String brought() {
    return each(s ->
        Stream.concat(counts(s), s.isDuration() ? Stream.of(s.days()) : Stream.empty())
            .collect(joining(", ")));
  }

  private String each(Function<CompiledSeries, String> columns) {
    return measure.series().stream().map(columns).collect(joining(", "));
  }

  private static Stream<String> counts(CompiledSeries s) {
    return Stream.of(s.denominator(), s.numerator(), s.unknown(), s.unknownOutside());
  }
}
