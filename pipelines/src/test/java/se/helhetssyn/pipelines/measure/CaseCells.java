package se.helhetssyn.pipelines.measure;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.CompiledSeries;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.indicator.RunTable;
import se.helhetssyn.analytics.indicator.TableShape;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.Stratum;

/** What the rows of a few tables come to when a definition counts them and they are added up. */
public final class CaseCells {
  private static final List<String> ATTRIBUTIONS =
      List.of(MeasureQuery.AS_WAS, MeasureQuery.AS_WAS_GEO, MeasureQuery.AS_IS);
  private static final StructType UNIT =
      StructType.fromDDL(
          "org_unit_id STRING, level STRING, parent_id STRING, unit_type STRING,"
              + " provider_form STRING, valid_from DATE, valid_to DATE");
  private static final StructType SUCCESSION =
      StructType.fromDDL(
          "predecessor_id STRING, successor_id STRING, change_date DATE, change_type STRING");

  private final List<MeasureQuery> measures;
  private final Grid grid;
  private final RunDays days;

  private CaseCells(List<MeasureQuery> measures, Grid grid, RunDays days) {
    this.measures = measures;
    this.grid = grid;
    this.days = days;
  }

  /**
   * The cells of a definition in an organisation and a time.
   *
   * @param units rows of {@code org_unit}, column → text
   * @param successions rows of {@code org_succession}
   */
  public static CaseCells of(
      IndicatorDefinition definition,
      List<TableShape> tables,
      List<Map<String, @Nullable String>> units,
      List<Map<String, @Nullable String>> successions,
      Horizon horizon) {
    Organisation organisation = Organisation.of(rows(UNIT, units), rows(SUCCESSION, successions));
    Grid grid = Grid.of(organisation, horizon);
    ExpressionSql sql = new ExpressionSql(Dialect.DUCKDB, c -> c.name(), Map.of(), horizon.asOf());
    return new CaseCells(
        MeasureQuery.of(definition, tables, sql), grid, new RunDays(grid, organisation, horizon));
  }

  private static List<Row> rows(StructType type, List<Map<String, @Nullable String>> texts) {
    return texts.stream()
        .map(text ->
            (Row)
                new GenericRowWithSchema(
                    Arrays.stream(type.fields())
                        .map(f -> value(f.dataType().sql(), text.get(f.name())))
                        .toArray(),
                    type))
        .toList();
  }

  private static @Nullable Object value(String type, @Nullable String text) {
    return text == null || !type.equals("DATE") ? text : Date.valueOf(text);
  }

  /** The rows of one of the run's own tables, column → text. */
  public List<Map<String, @Nullable String>> runRows(RunTable table) {
    String[] names = StructType.fromDDL(table.columns()).fieldNames();
    List<Map<String, @Nullable String>> rows = new ArrayList<>();
    for (List<@Nullable Object> values : days.rows(table).toList()) {
      rows.add(named(names, values));
    }
    return rows;
  }

  private static Map<String, @Nullable String> named(
      String[] names, List<@Nullable Object> values) {
    Map<String, @Nullable String> row = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      Object value = values.get(i);
      row.put(names[i], value == null ? null : value.toString());
    }
    return row;
  }

  /**
   * Every cell of a series as a whole, or of the person-days: {@code attribution}, {@code node},
   * {@code period} (kind and first day) and the counts, name → text.
   *
   * @param statement of a database with the tables, and the run's
   * @param series code; {@code PERSON_DAYS} for those
   */
  public List<Map<String, String>> told(Statement statement, String series) throws SQLException {
    List<MeasureShape> shapes = new ArrayList<>();
    measures.forEach(m -> shapes.add(MeasureShape.of(m)));
    shapes.add(MeasureShape.ofPersonDays(List.of()));
    List<Row> cells = new ArrayList<>();
    for (RowQueries.Run run : new RowQueries(Dialect.DUCKDB, measures, true).runs()) {
      if (run.finding().isPresent()) {
        statement.execute("CREATE TABLE %s AS %s".formatted(run.found(), run.finding().get()));
      }
      try (ResultSet rows = statement.executeQuery(run.rows() + " ORDER BY measure, person")) {
        new Accumulation(grid, shapes).call(counted(rows).iterator()).forEachRemaining(cells::add);
      }
    }
    return cells.stream().filter(c -> isOf(c, series)).map(this::told).toList();
  }

  private static List<Row> counted(ResultSet rows) throws SQLException {
    int columns = CountedRow.COLUMNS.size();
    List<Row> counted = new ArrayList<>();
    while (rows.next()) {
      @Nullable Object[] values = new @Nullable Object[columns];
      for (int i = 0; i < columns - 1; i++) {
        values[i] = rows.getObject(i + 1);
      }
      List<@Nullable Object> amounts =
          Arrays.asList((@Nullable Object[]) rows.getArray(columns).getArray());
      values[columns - 1] = CollectionConverters.asScala(amounts).toSeq();
      counted.add(RowFactory.create(values));
    }
    return counted;
  }

  private boolean isOf(Row cell, String series) {
    int measure = cell.getInt(0);
    if (measure == measures.size()) {
      return series.equals("PERSON_DAYS") && cell.getInt(1) == 0;
    }
    return measures.get(measure).series().stream()
        .filter(s -> s.number() == cell.getInt(1) && s.stratum().equals(Stratum.ALL))
        .map(CompiledSeries::definition)
        .anyMatch(s -> s.code().equals(series));
  }

  private Map<String, String> told(Row cell) {
    Period period = grid.periods().get(cell.getInt(4));
    Map<String, String> told = new LinkedHashMap<>();
    told.put("attribution", ATTRIBUTIONS.get(cell.getInt(2)));
    told.put("node", grid.nodes().get(cell.getInt(3)).id());
    told.put("period", period.kind() + " " + period.start());
    String[] columns = Accumulation.CELLS.fieldNames();
    IntStream.range(5, columns.length)
        .forEach(i -> told.put(columns[i], String.valueOf(cell.get(i))));
    return told;
  }
}
