package se.helhetssyn.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.indicator.TableShape;
import se.helhetssyn.pipelines.spark.LocalSpark;

/** The latest of rows whose days are absent: no definition has such ones yet. */
@ExtendWith(LocalSpark.class)
final class LatestInBothEnginesTest {
  private static final String LATEST_PLAN =
      """
      id: T01
      version: 1
      heading: Prov
      name: Prov
      name_en: Test
      purpose: Prov.
      kind: PROCESS
      numerator: Det som räknas.
      denominator: Det som räknas av.
      unit_of_count: EVENT
      chart: LINE
      owner: Kvalitetsutvecklare
      valid_from: 2026-01-01
      history: [{version: 1, valid_from: 2026-01-01, reason: Första versionen.}]
      direction: HIGHER
      protection: PERSONS
      measures:
        - from: person
          related:
            - table: plan
              "on": {person_key: person_key}
              latest: {last_plan: {order: [valid_to, next_review_due], take: plan_id}}
          date: as_of()
          unit: {AS_WAS: last_plan}
          person: person_key
          series:
            - {code: MAIN, name: Prov, kind: SHARE, numerator: 'TRUE'}
      """;

  private final SparkSession spark;

  LatestInBothEnginesTest(SparkSession spark) {
    this.spark = spark;
  }

  private static GivenRow plan(String id, String person) {
    return GivenRow.of("plan", Map.of("plan_id", id, "person_key", person));
  }

  private static GivenRow plan(String id, String person, String column, String day) {
    return GivenRow.of("plan", Map.of("plan_id", id, "person_key", person, column, day));
  }

  private static String latest(Dialect dialect) {
    List<TableShape> tables = Definitions.load(ContractTables.CONTRACT, Map.of()).tables();
    IndicatorDefinition definition =
        IndicatorCatalogue.read(Map.of("t.yaml", LATEST_PLAN), tables).definitions().getFirst();
    ExpressionSql sql =
        new ExpressionSql(dialect, c -> c.name(), Map.of(), LocalDate.of(2026, 1, 31));
    return "SELECT person_key, unit_AS_WAS FROM (%s)"
        .formatted(MeasureQuery.of(definition, tables, sql).getFirst().sql());
  }

  @Test
  void anAbsentDayComesFirstAndOfEqualOnesTheHighestKeyIsTaken() throws SQLException {
    List<GivenRow> rows =
        List.of(
            GivenRow.of("person", Map.of("person_key", "p1")),
            plan("g9", "p1"),
            plan("g1", "p1", "valid_to", "2025-12-31"),
            GivenRow.of("person", Map.of("person_key", "p2")),
            plan("g3", "p2"),
            plan("g2", "p2", "next_review_due", "2025-01-01"),
            GivenRow.of("person", Map.of("person_key", "p3")),
            plan("g5", "p3"),
            plan("g4", "p3"),
            GivenRow.of("person", Map.of("person_key", "p4")));
    List<String> expected = List.of("p1 g1", "p2 g2", "p3 g5", "p4 null");
    try (ContractTables local = ContractTables.open()) {
      local.add(rows);
      assertThat(local.lines(latest(Dialect.DUCKDB))).isEqualTo(expected);
    }
    SparkContractTables views = new SparkContractTables(spark, rows);
    views.register();
    assertThat(views.lines(latest(Dialect.SPARK))).isEqualTo(expected);
  }
}
