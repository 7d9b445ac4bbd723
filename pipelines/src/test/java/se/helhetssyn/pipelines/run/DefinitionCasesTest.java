package se.helhetssyn.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureQuery;

/** The traps of the product's definitions, each as a few rows and what becomes of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DefinitionCasesTest {
  private static final YAMLMapper YAML = new YAMLMapper();
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

  /**
   * An indicator's traps.
   *
   * @param asOf today
   * @param told columns of the first measure's rows that a case tells of
   * @param like table → columns of a row that does not say otherwise
   */
  record Traps(
      @JsonProperty("as_of") String asOf,
      String told,
      Map<String, Map<String, String>> like,
      List<Trap> cases) {}

  /**
   * One trap.
   *
   * @param told columns, where other than the indicator's
   * @param given table → rows
   * @param then what is told of each row that counts, in text order
   */
  record Trap(
      String name,
      @Nullable String told,
      @Nullable Map<String, Integer> parameters,
      Map<String, List<Map<String, String>>> given,
      List<String> then) {}

  static Stream<Arguments> traps() {
    return CATALOGUE.definitions().stream()
        .flatMap(d ->
            read(d.id()).stream()
                .flatMap(t -> t.cases().stream().map(c -> Arguments.of(d.id(), c.name(), t, c))));
  }

  /** The traps of an indicator that has a file of them. */
  private static Optional<Traps> read(String indicator) {
    String file = indicator + ".yaml";
    try (InputStream in = DefinitionCasesTest.class.getResourceAsStream(file)) {
      return in == null ? Optional.empty() : Optional.of(YAML.readValue(in, Traps.class));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("traps")
  void whatCountsIsWhatTheDefinitionSays(String indicator, String name, Traps traps, Trap trap)
      throws SQLException {
    for (Map.Entry<String, List<Map<String, String>>> given : trap.given().entrySet()) {
      for (Map<String, String> row : given.getValue()) {
        Map<String, String> whole =
            new LinkedHashMap<>(traps.like().getOrDefault(given.getKey(), Map.of()));
        whole.putAll(row);
        tables.add(given.getKey(), whole);
      }
    }
    String told = Objects.requireNonNullElse(trap.told(), traps.told());
    String asked = "SELECT %s FROM (%s)".formatted(told, query(indicator, traps, trap).sql());
    assertThat(rows(asked)).as(name).containsExactlyElementsOf(trap.then());
  }

  private static MeasureQuery query(String indicator, Traps traps, Trap trap) {
    Map<String, Integer> local = Objects.requireNonNullElse(trap.parameters(), Map.of());
    IndicatorDefinition definition =
        CATALOGUE.with(Map.of(indicator, local)).definitions().stream()
            .filter(d -> d.id().equals(indicator))
            .findFirst()
            .orElseThrow();
    LocalDate asOf = LocalDate.parse(traps.asOf());
    ExpressionSql sql = new ExpressionSql(Dialect.DUCKDB, c -> c.name(), Map.of(), asOf);
    return MeasureQuery.of(definition, CATALOGUE.tables(), sql).getFirst();
  }

  private List<String> rows(String sql) throws SQLException {
    try (Statement statement = tables.statement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join(" ", row));
      }
      return rows.stream().sorted().toList();
    }
  }
}
