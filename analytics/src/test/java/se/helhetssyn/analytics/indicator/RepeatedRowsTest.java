package se.helhetssyn.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RepeatedRowsTest {
  private static final String THREE_IN_TEN_DAYS = "within_days: 10, at_least: 3, persons: 2";

  private final SmallCase small;

  RepeatedRowsTest() throws SQLException {
    small = SmallCase.open();
  }

  @AfterEach
  void close() throws SQLException {
    small.close();
  }

  /** Each visit with whether it repeats, since when, and whether it speaks for its day. */
  private List<String> repeated(String stated) throws SQLException {
    String measure =
        """
        - from: visit
          repeats: {of: [unit, outcome], day: held_on, %s}
          date: held_on
          unit: {AS_WAS: unit}
          person: person_key
          series:
            - {code: MAIN, name: Prov, kind: COUNT, numerator: repeats}
            - {code: BEFORE, name: Prov, kind: DAYS, numerator: 'TRUE', days: "days(repeated_before, held_on)"}
            - {code: TODAY, name: Prov, kind: COUNT, numerator: repeats_first_today}
        """
            .formatted(stated);
    return small.run(measure, "counted_on, n0, t1, n2");
  }

  private void visits(String lines) throws SQLException {
    small.rows("visit", lines);
  }

  @Test
  void theRowThatMakesItEnoughEndsASeriesAndTheDaysHoldItsOwn() throws SQLException {
    visits(
        """
        v1 U p 2026-01-01 YES -
        v2 U q 2026-01-05 YES -
        v3 U p 2026-01-10 YES -
        v4 U p 2026-01-15 YES -
        """);
    assertThat(repeated(THREE_IN_TEN_DAYS))
        .containsExactly(
            "2026-01-01 0 - 0", "2026-01-05 0 - 0", "2026-01-10 1 - 1", "2026-01-15 0 5 0");
  }

  @Test
  void withTooFewRowsOrPersonsNothingRepeatsAndAbsentPersonsAreNone() throws SQLException {
    visits(
        """
        v1 U p 2026-01-01 YES -
        v2 U p 2026-01-02 YES -
        v3 U - 2026-01-03 YES -
        v4 V p 2026-01-21 YES -
        v5 V q 2026-01-22 YES -
        """);
    assertThat(repeated(THREE_IN_TEN_DAYS)).hasSize(5).allMatch(row -> row.endsWith(" 0 - 0"));
  }

  @Test
  void aPersonOfBeforeTheDaysIsNoneOfThose() throws SQLException {
    visits(
        """
        v0 U q 2025-12-01 YES -
        v1 U p 2026-01-01 YES -
        v2 U p 2026-01-02 YES -
        v3 U p 2026-01-03 YES -
        v4 U q 2026-01-04 YES -
        """);
    assertThat(repeated(THREE_IN_TEN_DAYS))
        .containsExactly(
            "2025-12-01 0 - 0",
            "2026-01-01 0 - 0",
            "2026-01-02 0 - 0",
            "2026-01-03 0 - 0",
            "2026-01-04 1 - 1");
  }

  @Test
  void rowsAreLikeInEveryColumnStatedAndAbsentValuesAreAlike() throws SQLException {
    visits(
        """
        v1 U p 2026-01-01 - -
        v2 U q 2026-01-02 - -
        v3 U p 2026-01-03 - -
        v4 U q 2026-01-04 NO -
        v5 V q 2026-01-05 - -
        """);
    assertThat(repeated(THREE_IN_TEN_DAYS))
        .containsExactly(
            "2026-01-01 0 - 0",
            "2026-01-02 0 - 0",
            "2026-01-03 1 - 1",
            "2026-01-04 0 - 0",
            "2026-01-05 0 - 0");
  }

  @Test
  void ofRowsOfOneDayOneSpeaksForItAndNoneIsBeforeAnother() throws SQLException {
    visits(
        """
        v1 U p 2026-01-01 YES -
        v3 U q 2026-01-01 YES -
        v2 U p 2026-01-01 YES -
        v4 U p 2026-01-04 YES -
        """);
    assertThat(repeated(THREE_IN_TEN_DAYS))
        .containsExactly(
            "2026-01-01 1 - 0", "2026-01-01 1 - 0", "2026-01-01 1 - 1", "2026-01-04 1 3 1");
  }

  @Test
  void theLatestEarlierDayIsTold() throws SQLException {
    visits(
        """
        v1 U p 2026-01-01 YES -
        v2 U q 2026-01-02 YES -
        v3 U p 2026-01-05 YES -
        v4 U q 2026-01-31 YES -
        """);
    assertThat(repeated("within_days: 10, at_least: 2, persons: 2"))
        .containsExactly(
            "2026-01-01 0 - 0", "2026-01-02 1 - 1", "2026-01-05 1 3 1", "2026-01-31 0 26 0");
  }

  @Test
  void numbersMayBeParametersAndOneDayIsTheDayItself() throws SQLException {
    visits(
        """
        v1 U p 2026-01-01 YES -
        v2 U q 2026-01-14 YES -
        v3 V p 2026-01-01 YES -
        v4 V q 2026-01-15 YES -
        v5 W p 2025-12-01 YES -
        v6 W q 2025-12-01 YES -
        v7 X p 2025-12-02 YES -
        v8 X q 2025-12-03 YES -
        """);
    assertThat(repeated("within_days: within_days, at_least: 2, persons: 2"))
        .filteredOn(row -> row.startsWith("2026-01"))
        .containsExactly(
            "2026-01-01 0 - 0", "2026-01-01 0 - 0", "2026-01-14 1 - 1", "2026-01-15 0 - 0");
    assertThat(repeated("within_days: 1, at_least: 2, persons: 2"))
        .filteredOn(row -> row.startsWith("2025-12"))
        .containsExactly(
            "2025-12-01 1 - 0", "2025-12-01 1 - 1", "2025-12-02 0 - 0", "2025-12-03 0 - 0");
  }

  @Test
  void withoutRowsNothingRepeats() throws SQLException {
    assertThat(repeated(THREE_IN_TEN_DAYS)).isEmpty();
  }
}
