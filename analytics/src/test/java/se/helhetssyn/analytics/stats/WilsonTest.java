package se.helhetssyn.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.helhetssyn.analytics.reference.ReferenceData;

class WilsonTest {
  /** Half a unit of the last printed digit of a percentage with one decimal. */
  private static final Offset<Double> PRINTED = within(0.0005);

  /** The reference uses more digits of z. */
  private static final Offset<Double> OTHER_Z = within(1e-7);

  private static final long SEED = 20261101;

  @ParameterizedTest
  @CsvSource({
    "3, 7, 0.158, 0.750",
    "18, 20, 0.699, 0.972",
    "45, 60, 0.628, 0.842",
    "10, 10, 0.722, 1",
    "0, 5, 0, 0.434"
  })
  void theCheckValuesOfTheDefinitionsHold(long numerator, long of, double lower, double upper) {
    Interval interval = Wilson.interval(numerator, of);
    assertThat(interval.lower()).isCloseTo(lower, PRINTED);
    assertThat(interval.upper()).isCloseTo(upper, PRINTED);
  }

  @Test
  void theEdgesAreExact() {
    for (long n = 1; n <= 2_000; n++) {
      assertThat(Wilson.interval(0, n).lower()).isEqualTo(0.0);
      assertThat(Wilson.interval(n, n).upper()).isEqualTo(1.0);
    }
  }

  @Test
  void whatIsNoShareIsRefused() {
    assertThatThrownBy(() -> Wilson.interval(0, 0)).hasMessageContaining("0 of 0");
    assertThatThrownBy(() -> Wilson.interval(3, 2)).hasMessageContaining("3 of 2");
    assertThatThrownBy(() -> Wilson.interval(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theReferenceFiguresHold() throws IOException {
    JsonNode rows = reference("phe_testdata_Proportion.json").get("testdata_Prop");
    int compared = 0;
    for (JsonNode row : rows) {
      if ("1".equals(row.path(10).asText()) && !row.path(4).isNull()) {
        Interval interval = Wilson.interval(row.get(1).asLong(), row.get(2).asLong());
        assertThat(interval.lower()).as("%s", row).isCloseTo(row.get(4).asDouble(), OTHER_Z);
        assertThat(interval.upper()).as("%s", row).isCloseTo(row.get(5).asDouble(), OTHER_Z);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(8);
  }

  @Test
  void theGroupedReferenceFiguresHold() throws IOException {
    JsonNode rows = reference("phe_testdata_Byars_Wilson.json").get("testdata_B_W");
    int compared = 0;
    for (JsonNode row : rows) {
      boolean wholeCounts = row.path(0).asText().matches("\\d+") && row.path(1).isTextual();
      if (wholeCounts && "95%Wilson".equals(row.path(4).asText() + row.path(5).asText())) {
        Interval interval = Wilson.interval(row.get(0).asLong(), row.get(1).asLong());
        assertThat(interval.lower()).as("%s", row).isCloseTo(row.get(2).asDouble(), OTHER_Z);
        assertThat(interval.upper()).as("%s", row).isCloseTo(row.get(3).asDouble(), OTHER_Z);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(2);
  }

  private static JsonNode reference(String file) throws IOException {
    return new ObjectMapper().readTree(ReferenceData.require("oracle/" + file).toFile());
  }

  @Test
  void theSqlSaysWhatTheJavaSays() throws SQLException {
    Random random = new Random(SEED);
    String sql =
        "SELECT %s, %s FROM (SELECT ?::BIGINT AS x, ?::BIGINT AS n)"
            .formatted(Wilson.sqlLower("x", "n"), Wilson.sqlUpper("x", "n"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < 5_000; i++) {
        long n = 1 + random.nextLong(1L << random.nextInt(1, 40));
        long x = i % 10 == 0 ? 0 : i % 10 == 1 ? n : random.nextLong(n + 1);
        Interval expected = Wilson.interval(x, n);
        Interval found = row(statement, x, n);
        String label = "seed %d: %d of %d".formatted(SEED, x, n);
        assertThat(found.lower()).as(label).isCloseTo(expected.lower(), within(1e-12));
        assertThat(found.upper()).as(label).isCloseTo(expected.upper(), within(1e-12));
      }
    }
  }

  private static Interval row(PreparedStatement statement, long x, long n) throws SQLException {
    statement.setLong(1, x);
    statement.setLong(2, n);
    try (ResultSet result = statement.executeQuery()) {
      result.next();
      return new Interval(result.getDouble(1), result.getDouble(2));
    }
  }

  @Test
  void theSqlTakesExpressionsAndGivesNullWithoutADenominator() throws SQLException {
    String sql =
        "SELECT %s IS NULL, %s IS NULL, %s IS NULL, %s"
            .formatted(
                Wilson.sqlLower("0", "1 - 1"),
                Wilson.sqlUpper("1", "NULL"),
                Wilson.sqlUpper("NULL", "5"),
                Wilson.sqlUpper("4 + 6", "5 + 5"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet result = connection.createStatement().executeQuery(sql)) {
      result.next();
      assertThat(result.getBoolean(1)).isTrue();
      assertThat(result.getBoolean(2)).isTrue();
      assertThat(result.getBoolean(3)).isTrue();
      assertThat(result.getDouble(4)).isEqualTo(1.0);
    }
  }
}
