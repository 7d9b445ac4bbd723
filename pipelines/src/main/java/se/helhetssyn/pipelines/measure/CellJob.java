package se.helhetssyn.pipelines.measure;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.indicator.TableShape;
import se.helhetssyn.analytics.mart.ValueKind;
import se.helhetssyn.pipelines.spark.Location;

/**
 * Computes cells: per series, organisation node, period and stratum the counts and what protection
 * needs to know of the persons. First the rows that count, measures of the same table together;
 * then the cells of all of them in one reading. Reads the temporary views named as the canonical
 * tables.
 */
public final class CellJob {
  private final SparkSession spark;
  private final List<TableShape> tables;
  private final Path out;
  private final Path kept;

  /**
   * @param tables the canonical tables
   * @param out folder for the files
   * @param kept folder for the rows that count
   */
  public CellJob(SparkSession spark, List<TableShape> tables, Path out, Path kept) {
    this.spark = spark;
    this.tables = tables;
    this.out = out;
    this.kept = kept;
  }

  /**
   * Computes the cells of every definition whose tables were delivered.
   *
   * @param local the tables, where they are small enough to be gone through without Spark; else
   *     null
   */
  public Cells compute(
      List<IndicatorDefinition> definitions,
      Organisation organisation,
      Horizon horizon,
      @Nullable LocalTables local) {
    Grid grid = Grid.of(organisation, horizon);
    Dialect dialect = local == null ? Dialect.SPARK : Dialect.DUCKDB;
    ExpressionSql sql = new ExpressionSql(dialect, c -> c.name(), Map.of(), horizon.asOf());
    List<MeasureQuery> measures =
        definitions.stream().flatMap(d -> MeasureQuery.of(d, tables, sql).stream()).toList();
    boolean rates =
        definitions.stream()
            .flatMap(IndicatorDefinition::series)
            .anyMatch(s -> s.kind() == ValueKind.RATE);
    List<MeasureShape> shapes = new ArrayList<>(measures.stream().map(MeasureShape::of).toList());
    if (rates) {
      shapes.add(MeasureShape.ofPersonDays(MeasureQuery.personStrata(tables)));
    }
    RowQueries queries = new RowQueries(dialect, measures, rates);
    RunDays days = new RunDays(grid, organisation, horizon);
    Path cells = out.resolve("cells");
    Cells made = new Cells(cells, grid, slices(measures, shapes), rates);
    if (measures.isEmpty()) {
      return made;
    }
    KeptRows keeping = new KeptRows(kept);
    keeping.describe(measures, grid, out.resolve("described"));
    if (local == null) {
      new RunViews(spark, days).register(sql);
      Path rows = out.resolve("rows");
      new SparkRows(spark, rows, keeping).write(queries);
      addUp(rows, grid, shapes, cells);
    } else {
      new LocalCells(local, grid, shapes, keeping)
          .write(queries, days, sql, out.resolve("local"), cells);
    }
    return made;
  }

  private void addUp(Path rows, Grid grid, List<MeasureShape> shapes, Path cells) {
    Dataset<Row> ordered =
        spark
            .read()
            .schema(SparkRows.SCHEMA)
            .parquet(Location.read(rows) + "/*")
            .select(
                CountedRow.COLUMNS.stream()
                    .map(c -> col(c))
                    .toArray(org.apache.spark.sql.Column[]::new))
            .repartition(partitions(shapes.size()), col("measure"))
            .sortWithinPartitions("measure", "person");
    ordered
        .mapPartitions(new Accumulation(grid, shapes), Encoders.row(Accumulation.CELLS))
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(Location.of(cells));
  }

  private int partitions(int measures) {
    return Math.min(measures, 4 * spark.sparkContext().defaultParallelism());
  }

  private static List<Cells.SliceKey> slices(
      List<MeasureQuery> measures, List<MeasureShape> shapes) {
    List<Cells.SliceKey> keys = new ArrayList<>();
    for (int m = 0; m < measures.size(); m++) {
      keys.addAll(slices(m, measures.get(m), shapes.get(m)));
    }
    return keys;
  }

  private static List<Cells.SliceKey> slices(int number, MeasureQuery measure, MeasureShape shape) {
    List<Cells.SliceKey> keys = new ArrayList<>();
    String indicator = measure.definition().id();
    measure
        .series()
        .forEach(s ->
            keys.add(
                new Cells.SliceKey(
                    number, s.number(), indicator, s.definition().code(), s.stratum())));
    measure.series().stream()
        .filter(s -> shape.slice(s.number()).whole() >= 0)
        .forEach(s -> {
          int whole = shape.slice(s.number()).whole();
          for (int p = 0; p < measure.personStrata().size(); p++) {
            keys.add(
                new Cells.SliceKey(
                    number,
                    shape.slice(whole, p),
                    indicator,
                    s.definition().code(),
                    measure.personStrata().get(p)));
          }
        });
    return keys;
  }
}
