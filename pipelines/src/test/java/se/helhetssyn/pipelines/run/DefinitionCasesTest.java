package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.pipelines.measure.CaseCells;

/** The traps of the product's definitions, each as a few rows and what becomes of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DefinitionCasesTest {
  private static final IndicatorCatalogue CATALOGUE =
      Definitions.load(ContractTables.CONTRACT, Map.of());

  private final ContractTables tables;

  DefinitionCasesTest() throws SQLException {
    tables = ContractTables.open();
  }

  @BeforeEach
  void begin() throws SQLException {
    tables.execute("BEGIN");
  }

  @AfterEach
  void forget() throws SQLException {
    tables.execute("ROLLBACK");
  }

  @AfterAll
  void close() throws SQLException {
    tables.close();
  }

  static List<TrapCase> traps() {
    return DefinitionCases.all();
  }

  @Test
  void everyFileIsAboutADefinitionAndNoTwoCasesAreAlike() {
    List<String> known = CATALOGUE.definitions().stream().map(IndicatorDefinition::id).toList();
    assertThat(traps()).isNotEmpty().allMatch(t -> known.contains(t.indicator()));
    assertThat(traps()).extracting(TrapCase::toString).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("traps")
  void whatCountsIsWhatTheDefinitionSays(TrapCase trap) throws SQLException {
    tables.add(trap.rows(CATALOGUE));
    assertThat(found(trap).stream().map(row -> told(row, trap)).sorted())
        .containsExactlyElementsOf(trap.then());
  }

  private List<Map<String, String>> found(TrapCase trap) throws SQLException {
    Optional<CaseCells> cells = trap.added(CATALOGUE);
    if (cells.isPresent()) {
      try (Statement statement = tables.statement()) {
        return cells.get().told(statement, trap.series()).stream().filter(trap::tells).toList();
      }
    }
    ExpressionSql sql = new ExpressionSql(Dialect.DUCKDB, c -> c.name(), Map.of(), trap.asOf());
    return tables.rows(
        MeasureQuery.of(trap.definition(CATALOGUE), CATALOGUE.tables(), sql).getFirst().sql());
  }

  private static String told(Map<String, String> row, TrapCase trap) {
    assertThat(row).containsKeys(trap.told().toArray(String[]::new));
    return trap.told().stream().map(row::get).collect(joining(" "));
  }
}
