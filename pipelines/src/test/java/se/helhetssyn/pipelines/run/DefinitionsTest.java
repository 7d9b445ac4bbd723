package se.helhetssyn.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.indicator.TableShape;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

/** The product's own definitions, held against the product's own contract. */
final class DefinitionsTest {
  static List<IndicatorDefinition> definitions() {
    return Definitions.load(ContractTables.CONTRACT, Map.of()).definitions();
  }

  @Test
  void theDefinitionsInForceAreShownInTheirOrder() {
    assertThat(definitions())
        .extracting(IndicatorDefinition::id)
        .hasSize(67)
        .containsSubsequence("C01", "C12", "P01", "V01", "A01", "Q01", "D01", "I01", "N01", "N03");
    assertThat(definitions()).filteredOn(IndicatorDefinition::core).hasSize(16);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void aDefinitionRunsOverTheContractsTables(IndicatorDefinition definition) throws SQLException {
    List<TableShape> tables = Definitions.load(ContractTables.CONTRACT, Map.of()).tables();
    ExpressionSql sql =
        new ExpressionSql(Dialect.DUCKDB, c -> c.name(), Map.of(), LocalDate.of(2026, 1, 31));
    List<MeasureQuery> measures = MeasureQuery.of(definition, tables, sql);
    assertThat(measures).isNotEmpty();
    try (ContractTables empty = ContractTables.open();
        Statement statement = empty.statement()) {
      for (MeasureQuery measure : measures) {
        assertThat(statement.executeQuery(measure.sql()).next()).isFalse();
      }
    }
  }

  @Test
  void aLocalParameterReachesTheDefinition() {
    IndicatorCatalogue catalogue =
        Definitions.load(ContractTables.CONTRACT, Map.of("P05", Map.of("within_days", 7)));
    assertThat(catalogue.definitions())
        .filteredOn(d -> d.id().equals("P05"))
        .allMatch(d -> d.maturity() == 7);
  }

  @Test
  void everyUnknownSettingIsToldAtOnce() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() ->
            Definitions.load(
                ContractTables.CONTRACT, Map.of("P05", Map.of("x", 1), "X01", Map.of("y", 1))))
        .withMessageContaining("P05.x")
        .withMessageContaining("X01.y")
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION));
  }
}
