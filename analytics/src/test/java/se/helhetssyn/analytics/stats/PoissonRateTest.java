package se.helhetssyn.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Check values of the definitions' statistics: limits of counts. */
final class PoissonRateTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 3.689",
    "1, 0.025, 5.572",
    "3, 0.619, 8.767",
    "10, 4.787, 18.391",
    "24, 15.373, 35.712",
    "100, 81.362, 121.628"
  })
  void theLimitsOfACountAreThePublishedOnes(long events, double lower, double upper) {
    assertThat(PoissonRate.lower(events)).isCloseTo(lower, within(0.0006));
    assertThat(PoissonRate.upper(events)).isCloseTo(upper, within(0.0006));
  }

  @Test
  void aRateIsPerThousandDays() {
    Interval interval = PoissonRate.interval(24, 12_000);
    assertThat(interval.lower()).isCloseTo(15.373 / 12, within(0.0001));
    assertThat(interval.upper()).isCloseTo(35.712 / 12, within(0.0001));
  }

  @Test
  void withoutDaysThereIsNoRate() {
    assertThatThrownBy(() -> PoissonRate.interval(1, 0)).hasMessageContaining("No rate");
    assertThatThrownBy(() -> PoissonRate.interval(-1, 10)).hasMessageContaining("No rate");
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "1, 365", "9, 1000", "10, 1000", "11, 40000", "5000, 123456"})
  void asSqlItIsTheSame(long events, long days) throws SQLException {
    Interval interval = PoissonRate.interval(events, days);
    assertThat(number(PoissonRate.sqlLower("e", "d"), events, days))
        .isCloseTo(interval.lower(), within(1e-9));
    assertThat(number(PoissonRate.sqlUpper("e", "d"), events, days))
        .isCloseTo(interval.upper(), within(1e-9));
  }

  private static double number(String sql, long events, long days) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery(
                "SELECT %s FROM (SELECT %d AS e, %d AS d)".formatted(sql, events, days))) {
      answer.next();
      return answer.getDouble(1);
    }
  }
}
