package se.helhetssyn.analytics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.analytics.mart.ValueKind;

class PrimaryRuleSqlTest {
  private static final long SEED = 20261122;
  private static final int SUPPORTS = 40_000;
  private static final List<ValueKind> KINDS = List.of(ValueKind.values());

  @ParameterizedTest
  @ValueSource(ints = {5, 10})
  void theSqlHidesWhatTheJavaHides(int k) throws SQLException {
    PrimaryRule rule = new PrimaryRule(k);
    Random random = new Random(SEED + k);
    List<Support> supports = new ArrayList<>();
    for (int i = 0; i < SUPPORTS; i++) {
      supports.add(random(random));
    }
    List<Boolean> hidden = bySql(rule, supports);
    int hiddenCount = 0;
    for (int i = 0; i < SUPPORTS; i++) {
      Support support = supports.get(i);
      assertThat(hidden.get(i)).as("seed %d: %s", SEED + k, support).isEqualTo(rule.hides(support));
      hiddenCount += rule.hides(support) ? 1 : 0;
    }
    assertThat(hiddenCount).isBetween(SUPPORTS / 10, SUPPORTS * 9 / 10);
  }

  /** Mostly what can be, around the thresholds; sometimes persons and rows that do not fit. */
  private static Support random(Random random) {
    ValueKind kind = KINDS.get(random.nextInt(KINDS.size()));
    long inNumerator = number(random);
    long inRest = number(random);
    long persons =
        Math.max(inNumerator, inRest) + random.nextLong(Math.min(inNumerator, inRest) + 1);
    long numerator = inNumerator * random.nextLong(1, 4);
    long rest = inRest * random.nextLong(1, 4);
    long denominator = random.nextInt(20) == 0 ? number(random) : numerator + rest;
    long largest = random.nextLong(random.nextBoolean() ? 3 : numerator + rest + 1);
    long second = random.nextLong(Math.min(largest, numerator + rest - largest + 3) + 1);
    return new Support(
        kind,
        random.nextBoolean(),
        numerator,
        denominator,
        inNumerator,
        inRest,
        persons,
        largest,
        Math.min(second, largest));
  }

  private static long number(Random random) {
    return random.nextInt(5) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 7));
  }

  private static List<Boolean> bySql(PrimaryRule rule, List<Support> supports) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      connection
          .createStatement()
          .execute(
              """
              CREATE TABLE support (id INTEGER, value_kind VARCHAR, sensitive BOOLEAN,
                numerator BIGINT, denominator BIGINT, persons_numerator BIGINT,
                persons_rest BIGINT, persons BIGINT, largest BIGINT, second_largest BIGINT)
              """);
      append(connection, supports);
      String sql = "SELECT %s FROM support ORDER BY id".formatted(rule.sqlCondition());
      List<Boolean> hidden = new ArrayList<>();
      try (ResultSet result = connection.createStatement().executeQuery(sql)) {
        while (result.next()) {
          hidden.add(result.getBoolean(1));
          assertThat(result.wasNull()).isFalse();
        }
      }
      return hidden;
    }
  }

  private static void append(Connection connection, List<Support> supports) throws SQLException {
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("support")) {
      int id = 0;
      for (Support s : supports) {
        appender.beginRow().append(id++).append(s.kind().name()).append(s.sensitive());
        appender.append(s.numerator()).append(s.denominator()).append(s.personsNumerator());
        appender.append(s.personsRest()).append(s.persons());
        appender.append(s.largest()).append(s.secondLargest()).endRow();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'SHARE', true, 0, 20, NULL, 20, 20, 1, 1",
        "'SHARE', true, NULL, 20, 10, 10, 9, 1, 1",
        "'DAYS', true, NULL, NULL, 10, 10, 20, 1, 1",
        "'COUNT', true, 20, NULL, 20, 0, 20, NULL, 1",
        "'PERCENT', false, 10, 20, 10, 10, 20, 1, 1",
        "NULL, false, 10, 20, 10, 10, 20, 1, 1"
      })
  void whatCannotBeDecidedIsHidden(String row) throws SQLException {
    assertThat(hides(row)).isTrue();
  }

  @Test
  void columnsThatAKindDoesNotUseMayBeNull() throws SQLException {
    assertThat(hides("'COUNT', NULL, 20, NULL, 20, NULL, 20, 1, 1")).isFalse();
    assertThat(hides("'DAYS', NULL, NULL, 20, 10, 10, 20, 1, 1")).isFalse();
  }

  private static boolean hides(String row) throws SQLException {
    String sql =
        """
        SELECT %s FROM (VALUES (%s)) AS support(value_kind, sensitive, numerator, denominator,
          persons_numerator, persons_rest, persons, largest, second_largest)
        """
            .formatted(PrimaryRule.PROTECTED.sqlCondition(), row);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet result = connection.createStatement().executeQuery(sql)) {
      result.next();
      return result.getBoolean(1);
    }
  }
}
