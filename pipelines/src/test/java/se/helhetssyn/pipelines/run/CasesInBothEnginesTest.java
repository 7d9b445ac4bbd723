package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.DerivedTable;
import se.helhetssyn.analytics.indicator.MeasurePass;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.pipelines.spark.LocalSpark;
import se.helhetssyn.pipelines.spark.SmallWork;

/**
 * The rows of all traps at once, gone through for every definition as a run does it: Spark finds
 * what DuckDB finds, and measures count together what each counts alone.
 */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CasesInBothEnginesTest {
  private static final CaseBatch BATCH =
      new CaseBatch(DefinitionCases.all(), Definitions.load(ContractTables.CONTRACT, Map.of()));
  private static final List<MeasureQuery> MEASURES = BATCH.measures(Dialect.DUCKDB);
  private static final List<MeasurePass> IN_DUCKDB = MeasurePass.of(MEASURES);
  private static final List<MeasurePass> IN_SPARK = MeasurePass.of(BATCH.measures(Dialect.SPARK));

  private final ContractTables local;
  private final SparkContractTables views;

  CasesInBothEnginesTest(SparkSession spark) throws SQLException {
    local = ContractTables.open();
    views = new SparkContractTables(spark, BATCH.rows());
  }

  @BeforeAll
  void count() throws SQLException {
    local.add(views.rows());
    for (int i = 0; i < IN_DUCKDB.size(); i++) {
      String rows = inDuckDb(IN_DUCKDB.get(i));
      local.execute("CREATE TABLE counted_%d AS %s".formatted(i, rows));
    }
    String all =
        IntStream.range(0, IN_DUCKDB.size())
            .mapToObj(i -> "SELECT * FROM counted_" + i)
            .collect(joining(" UNION ALL "));
    local.execute("CREATE TABLE counted AS " + all);
    ExpressionSql sql =
        new ExpressionSql(Dialect.SPARK, c -> c.name(), Map.of(), LocalDate.of(2026, 1, 31));
    quickly(() -> {
      views.register();
      views.registerDerived(sql);
    });
  }

  /** Over so few rows compiled plans take longer than they save. */
  private void quickly(Runnable work) {
    SmallWork.over(
        0,
        views.spark(),
        () -> {
          work.run();
          return views;
        });
  }

  @AfterAll
  void close() throws SQLException {
    local.close();
  }

  private String inDuckDb(MeasurePass pass) throws SQLException {
    if (pass.finding().isEmpty()) {
      return pass.sql();
    }
    local.execute("CREATE OR REPLACE TABLE found AS " + pass.finding().get());
    return pass.sql("found");
  }

  private String inSpark(MeasurePass pass) {
    if (pass.finding().isEmpty()) {
      return pass.sql();
    }
    views.atHand(views.spark().sql(pass.finding().get())).createOrReplaceTempView("found");
    return pass.sql("found");
  }

  @ParameterizedTest
  @EnumSource
  void theSameIsDerived(DerivedTable derived) throws SQLException {
    String query = "SELECT * FROM " + derived.tableName();
    assertThat(views.lines(query)).isEqualTo(local.lines(query)).isNotEmpty();
  }

  static List<Arguments> passes() {
    return IntStream.range(0, IN_SPARK.size())
        .mapToObj(i -> Arguments.of(IN_SPARK.get(i).name(), i))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passes")
  void theSameRowsCount(String indicators, int number) throws SQLException {
    List<String> found = local.lines("SELECT * FROM counted_" + number);
    quickly(() ->
        assertThat(views.lines(inSpark(IN_SPARK.get(number)))).as(indicators).isEqualTo(found));
  }

  static List<Arguments> measures() {
    return IntStream.range(0, MEASURES.size())
        .mapToObj(i -> Arguments.of(MEASURES.get(i).definition().id(), i))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("measures")
  void aMeasureCountsTogetherWithOthersWhatItCountsAlone(String indicator, int number)
      throws SQLException {
    assertThat(local.lines(alone(MEASURES.get(number))))
        .as(indicator)
        .isEqualTo(
            local.lines(
                "SELECT counted_on, person_key, unit, geographical_unit, flags FROM counted"
                    + " WHERE measure = "
                    + number));
  }

  /** A measure's rows as those of a pass are told, without those that no series speaks of. */
  private static String alone(MeasureQuery measure) {
    String flags =
        measure.series().stream()
            .map(s ->
                "chr(97 + %s + 2 * %s + 4 * %s + 8 * %s)"
                    .formatted(s.numerator(), s.denominator(), s.unknown(), s.unknownOutside()))
            .collect(joining(", ", "concat(", ")"));
    String geographical =
        measure.units().contains(MeasureQuery.AS_WAS_GEO) ? "unit_AS_WAS_GEO" : "NULL";
    return """
    SELECT * FROM (
      SELECT counted_on, person_key, unit_AS_WAS, %s AS geographical_unit, %s AS flags
      FROM (%s))
    WHERE counted_on IS NOT NULL AND ltrim(flags, 'a') <> ''\
    """
        .formatted(geographical, flags, measure.sql());
  }
}
