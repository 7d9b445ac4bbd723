package se.helhetssyn.analytics.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
  private static final ExpressionSql SPARK = sql(Dialect.SPARK);
  private static final ExpressionSql DUCKDB = sql(Dialect.DUCKDB);

  private static ExpressionSql sql(Dialect dialect) {
    return new ExpressionSql(
        dialect,
        c -> c.scope().isEmpty() ? c.name() : "base." + c.name(),
        Map.of("within", 14),
        TODAY);
  }

  @Test
  void daysBetweenAreWrittenAsEachEngineWantsThem() {
    Expression within = Expression.parse("days(row.held_on, revised_at) BETWEEN 0 AND :within");
    assertThat(SPARK.write(within))
        .isEqualTo("(datediff(revised_at, base.held_on) BETWEEN 0 AND 14)");
    assertThat(DUCKDB.write(within))
        .isEqualTo("(date_diff('day', base.held_on, revised_at) BETWEEN 0 AND 14)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "days(CAST_FROM, CAST_TO) | 366",
        "day(MOMENT) = plus_days(CAST_FROM, 1) | true",
        "coalesce(NOTHING, 3) + 2 * 4 - 1 | 10",
        "NOT (1 = 2 OR 3 IN (1, 2)) AND 5 NOT BETWEEN 6 AND 7 | true",
        "CASE WHEN NOTHING IS NULL THEN 'it''s' ELSE 'no' END | it's",
        "greatest(1, NOTHING, 3) - least(2, 5) | 1",
        "NOTHING IS NOT NULL | false",
        "as_of() | 2026-01-31",
        "-3 < -2 AND TRUE <> FALSE | true"
      })
  void anExpressionMeansInDuckDbWhatItSays(String text, String expected) throws SQLException {
    ExpressionSql sql =
        new ExpressionSql(
            Dialect.DUCKDB,
            c ->
                switch (c.name()) {
                  case "cast_from" -> "DATE '2024-01-01'";
                  case "cast_to" -> "DATE '2025-01-01'";
                  case "moment" -> "TIMESTAMP '2024-01-02 23:59:59'";
                  default -> "NULL::INTEGER";
                },
            Map.of(),
            TODAY);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var answer = statement.executeQuery("SELECT " + sql.write(Expression.parse(text)))) {
      assertThat(answer.next()).isTrue();
      assertThat(answer.getString(1)).isEqualTo(expected);
    }
  }

  @Test
  void columnsAndSettingsAreTold() {
    Expression expression = Expression.parse("days(row.a, b) <= :n AND c IN ('x', d)");
    assertThat(expression.columns())
        .extracting(c -> c.scope() + "." + c.name())
        .containsExactly("row.a", ".b", ".c", ".d");
    assertThat(expression.parameters()).extracting(Expression.Parameter::name).containsExactly("n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a =",
        "read_csv('/etc/passwd')",
        "a IN (SELECT b FROM c)",
        "EXISTS (SELECT 1)",
        "days(a)",
        "other.a = 1",
        "a LIKE 'x%'",
        "a = 1; DROP TABLE b",
        "a || b",
        "count(*) OVER ()"
      })
  void whatEnginesDoNotShareIsRefusedWithTheTextItStandsIn(String text) {
    assertThatThrownBy(() -> Expression.parse(text)).isInstanceOf(ExpressionException.class);
  }

  @Test
  void aSettingWithoutValueIsRefused() {
    Expression unknown = Expression.parse(":other > 1");
    assertThatThrownBy(() -> SPARK.write(unknown)).hasMessageContaining(":other");
  }

  @Test
  void aQuoteInATextCannotEndIt() {
    Expression text = Expression.parse("a = 'o''clock\\'");
    assertThat(SPARK.write(text)).isEqualTo("(a = 'o\\'clock\\\\')");
    assertThat(DUCKDB.write(text)).isEqualTo("(a = 'o''clock\\')");
  }
}
