package se.helhetssyn.pipelines.measure;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.DerivedTable;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.indicator.TableShape;
import se.helhetssyn.pipelines.spark.Location;

/**
 * Computes cells: per series, organisation node, period and stratum the counts and what protection
 * needs to know of the persons, as Parquet files {@code cells} and {@code histogram}. Reads the
 * temporary views named as the canonical tables.
 */
public final class CellJob {
  private static final String ROWS = "measure_row";

  /** Belongings of the day a row is counted on, whichever unit it is attributed to. */
  private static final String OF_THE_DAY = "";

  private final SparkSession spark;
  private final List<TableShape> tables;
  private final Path out;

  /**
   * @param tables the canonical tables
   * @param out folder for the Parquet files
   */
  public CellJob(SparkSession spark, List<TableShape> tables, Path out) {
    this.spark = spark;
    this.tables = tables;
    this.out = out;
  }

  /** Computes the cells of every definition whose tables were delivered. */
  public void compute(
      List<IndicatorDefinition> definitions, Organisation organisation, Horizon horizon) {
    registerBelongings(organisation, organisation.today(horizon.lastKnownDay()));
    spark
        .createDataset(
            horizon.periodEnds().stream().map(java.sql.Date::valueOf).toList(), Encoders.DATE())
        .toDF("reference_day")
        .createOrReplaceTempView("period_end");
    for (DerivedTable derived : DerivedTable.values()) {
      spark.sql(derived.query()).createOrReplaceTempView(derived.tableName());
    }
    ExpressionSql sql = new ExpressionSql(Dialect.SPARK, c -> c.name(), Map.of(), horizon.asOf());
    definitions.stream()
        .flatMap(d -> MeasureQuery.of(d, tables, sql).stream())
        .forEach(m -> compute(m, organisation.leastCertain(), horizon.asOf()));
  }

  private void registerBelongings(Organisation organisation, OrganisationToday today) {
    StructType schema =
        new StructType()
            .add("attribution", DataTypes.StringType)
            .add("anchor", DataTypes.StringType)
            .add("node", DataTypes.StringType)
            .add("level", DataTypes.StringType)
            .add("belongs_from", DataTypes.DateType)
            .add("belongs_to", DataTypes.DateType);
    Set<String> regrouped = today.regrouped();
    List<Row> rows =
        Stream.concat(
                organisation.belongings().stream().map(b -> row(OF_THE_DAY, b)),
                today.belongings().stream()
                    .filter(b -> regrouped.contains(b.node()))
                    .map(b -> row(MeasureQuery.AS_IS, b)))
            .toList();
    spark.createDataFrame(rows, schema).createOrReplaceTempView("belonging");
  }

  private static Row row(String attribution, Organisation.Belonging b) {
    return RowFactory.create(
        attribution, b.anchor(), b.node(), b.level().name(), day(b.from()), day(b.to()));
  }

  private static java.sql.Date day(LocalDate day) {
    return java.sql.Date.valueOf(day);
  }

  private void compute(MeasureQuery measure, String leastCertain, LocalDate asOf) {
    CellColumns columns = new CellColumns(measure);
    spark.sql(measure.sql()).createOrReplaceTempView("measure_base");
    Dataset<Row> rows = spark.sql(inCells(measure, columns, leastCertain, asOf));
    boolean twice = columns.histograms(ROWS).findAny().isPresent();
    if (twice) {
      rows.persist(StorageLevel.MEMORY_AND_DISK());
    }
    rows.createOrReplaceTempView(ROWS);
    spark.sql(columns.perPerson(ROWS)).createOrReplaceTempView("person_cell");
    spark.sql(columns.perCell("person_cell")).createOrReplaceTempView("wide_cell");
    append(spark.sql(columns.unpivoted("wide_cell")), "cells");
    columns.histograms(ROWS).forEach(h -> append(spark.sql(h), "histogram"));
    rows.unpersist();
  }

  /**
   * Each row once per attribution, node it belongs to and period it falls in. Under {@code AS_IS}
   * only nodes that are not made of the same rows as under {@code AS_WAS} are told of.
   */
  private static String inCells(
      MeasureQuery measure, CellColumns columns, String leastCertain, LocalDate asOf) {
    String attributed =
        measure.units().stream()
            .map(a ->
                "SELECT '%s' AS attribution, counted_on, person_key, unit_%s AS unit, %s"
                        .formatted(a, a, columns.brought())
                    + " FROM measure_base WHERE counted_on <= DATE '%s'".formatted(asOf))
            .collect(joining(" UNION ALL "));
    return """
    WITH known AS (SELECT DISTINCT org_unit_id FROM org_unit),
    attributed AS (%s),
    anchored AS (
      SELECT a.*, coalesce(k.org_unit_id, '%s') AS anchor
      FROM attributed a LEFT JOIN known k ON k.org_unit_id = a.unit),
    dated AS (SELECT *, %s FROM anchored)
    SELECT CASE b.attribution WHEN '%s' THEN d.attribution ELSE b.attribution END AS attribution,
           b.level AS org_level, b.node AS org_unit_id,
           d.period_kind, d.period_start, d.person_key, %s
    FROM dated d
    JOIN belonging b
      ON b.anchor = d.anchor
     AND (b.attribution = '%s' OR d.attribution = '%s')
     AND d.counted_on >= b.belongs_from AND d.counted_on < b.belongs_to
    WHERE d.in_period\
    """
        .formatted(
            attributed,
            leastCertain.replace("\\", "\\\\").replace("'", "\\'"),
            periods(measure.atPeriodEnds()),
            OF_THE_DAY,
            columns.brought(),
            OF_THE_DAY,
            MeasureQuery.AS_WAS);
  }

  private static String periods(boolean atPeriodEnds) {
    String quarter = atPeriodEnds ? "month(counted_on) % 3 = 0" : "TRUE";
    String year = atPeriodEnds ? "month(counted_on) = 12" : "TRUE";
    return """
    inline(array(
      struct('MONTH', CAST(trunc(counted_on, 'MONTH') AS DATE), TRUE),
      struct('QUARTER', CAST(trunc(counted_on, 'QUARTER') AS DATE), %s),
      struct('YEAR', CAST(trunc(counted_on, 'YEAR') AS DATE), %s)))
    AS (period_kind, period_start, in_period)\
    """
        .formatted(quarter, year);
  }

  private void append(Dataset<Row> rows, String folder) {
    rows.write().mode(SaveMode.Append).parquet(Location.of(out.resolve(folder)));
  }
}
