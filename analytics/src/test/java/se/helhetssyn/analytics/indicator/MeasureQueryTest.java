package se.helhetssyn.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MeasureQueryTest {
  private static final String VISITS =
      """
      - from: visit
        date: held_on
        unit: {AS_WAS: unit}
        person: person_key
      """;

  private SmallCase small;

  MeasureQueryTest() throws SQLException {
    small = SmallCase.open();
  }

  @BeforeEach
  void fill() throws SQLException {
    small.rows(
        "visit",
        """
        v1 U1 p1 2026-01-01 YES     2026-01-11
        v2 U2 p2 2026-01-02 NO      -
        v3 U1 p1 2026-01-03 -       -
        v4 U3 -  2026-01-04 UNKNOWN 2026-01-03
        """);
  }

  @AfterEach
  void close() throws SQLException {
    small.close();
  }

  private static String series(String more) {
    return "  series:\n    - {code: MAIN, name: Prov, kind: SHARE, %s}\n".formatted(more);
  }

  @Test
  void aRowBringsItsDayItsPersonAndItsUnit() throws SQLException {
    assertThat(
            small.run(
                VISITS + series("numerator: outcome = 'YES'"),
                "counted_on, person_key, unit_AS_WAS"))
        .containsExactly(
            "2026-01-01 p1 U1", "2026-01-02 p2 U2", "2026-01-03 p1 U1", "2026-01-04 - U3");
  }

  @Test
  void aConditionThatIsUnknownCountsAsNotMet() throws SQLException {
    assertThat(
            small.run(
                VISITS
                    + "  where: outcome <> 'UNKNOWN'\n"
                    + series(
                        "denominator: \"outcome IN ('YES', 'NO')\", numerator: outcome = 'YES'"),
                "counted_on, d0, n0, u0, x0"))
        .containsExactly("2026-01-01 1 1 0 0", "2026-01-02 1 0 0 0");
    assertThat(small.run(VISITS + series("numerator: outcome = 'YES'"), "counted_on, d0, n0"))
        .containsExactly("2026-01-01 1 1", "2026-01-02 1 0", "2026-01-03 1 0", "2026-01-04 1 0");
  }

  @Test
  void aRowIsOnlyAboveTheLineIfItIsBelowIt() throws SQLException {
    assertThat(
            small.run(
                VISITS + series("denominator: outcome = 'NO', numerator: outcome = 'YES'"),
                "sum(d0), sum(n0)"))
        .containsExactly("1 0");
  }

  @Test
  void anUnknownRowIsCountedInsideAndOutsideTheDenominator() throws SQLException {
    String unknown = "unknown: \"coalesce(outcome, 'UNKNOWN') = 'UNKNOWN'\"";
    String asked = "counted_on, d0, n0, u0, x0";
    String numerator = "numerator: outcome = 'YES', ";
    assertThat(small.run(VISITS + series(numerator + unknown), asked))
        .contains("2026-01-03 1 0 1 0", "2026-01-04 1 0 1 0", "2026-01-01 1 1 0 0");
    assertThat(
            small.run(
                VISITS + series("denominator: outcome <> 'UNKNOWN', " + numerator + unknown),
                asked))
        .contains("2026-01-03 0 0 1 1", "2026-01-04 0 0 1 1", "2026-01-02 1 0 0 0");
  }

  @Test
  void aRowCountsFromTheDayItsOutcomeCanBeJudged() throws SQLException {
    small.rows("visit", "v5 U1 p1 2026-01-17 YES -\nv6 U1 p1 2026-01-18 YES -");
    String matureAfter = "maturity_days: within_days, numerator: 'TRUE', unknown: 'TRUE'";
    assertThat(small.run(VISITS + series(matureAfter), "counted_on, d0, n0, u0"))
        .contains("2026-01-17 1 1 1", "2026-01-18 0 0 0");
  }

  @Test
  void aStratumHasItsOwnNumeratorOverTheSameDenominator() throws SQLException {
    String strata =
        "numerator: outcome = 'YES', strata: {UNIT/U1: unit = 'U1', UNIT/U2: unit = 'U2'}";
    assertThat(
            small.run(
                VISITS + series(strata), "sum(d0), sum(n0), sum(d1), sum(n1), sum(d2), sum(n2)"))
        .containsExactly("4 1 4 2 4 1");
  }

  @Test
  void aPlainCountHasNothingButItsRows() throws SQLException {
    String count =
        """
          series:
            - {code: MAIN, name: Prov, kind: COUNT, numerator: unit = 'U1'}
        """;
    assertThat(small.run(VISITS + count, "sum(d0), sum(n0)")).containsExactly("2 2");
  }

  @Test
  void aDurationIsKnownOnlyWhereItsTimeIsValid() throws SQLException {
    String days =
        """
          series:
            - code: MAIN
              name: Prov
              kind: DAYS
              denominator: closed_on IS NULL OR closed_on >= held_on
              numerator: closed_on <= as_of()
              days: days(held_on, coalesce(closed_on, as_of()))
        """;
    assertThat(small.run(VISITS + days, "counted_on, d0, n0, t0"))
        .containsExactly(
            "2026-01-01 1 1 10", "2026-01-02 1 0 29", "2026-01-03 1 0 28", "2026-01-04 0 0 -");
  }

  @Test
  void aLookupFetchesTheOneRowOrNothing() throws SQLException {
    small.rows("home", "U1 large\nU2 small");
    String looked =
        VISITS
            + "  lookups:\n    - {table: home, \"on\": {home_id: unit}, take: {home_size: size}}\n"
            + series("numerator: home_size = 'large', unknown: home_size IS NULL");
    assertThat(small.run(looked, "unit_AS_WAS, n0, u0"))
        .containsExactly("U1 1 0", "U1 1 0", "U2 0 0", "U3 0 1");
  }

  @Test
  void relatedRowsAreCountedForEachRowAndDoNotMultiplyIt() throws SQLException {
    small
        .rows("book", "b1 p1\nb2 p2")
        .rows(
            "note",
            """
            n1 v1 b1 2026-01-01 A
            n2 v1 b1 2025-12-31 A
            n3 v1 b1 2026-01-20 B
            n4 v2 b2 2026-01-02 -
            n5 -  b1 2026-01-04 A
            """);
    String related =
        VISITS
            + """
              related:
                - table: note
                  "on": {visit_id: visit_id}
                  count:
                    all_notes: "TRUE"
                    later_notes: written_on >= row.held_on
                    notes_of_kind: kind = 'A'
                - table: note
                  lookups:
                    - {table: book, "on": {book_id: book_id}, take: {book_owner: owner}}
                  "on": {book_owner: person_key}
                  count:
                    in_time: days(row.held_on, written_on) BETWEEN 0 AND :within_days
            """
            + series(
                "numerator: all_notes > 0, strata: {N/2: all_notes = 3 AND later_notes = 2 AND"
                    + " notes_of_kind = 2, N/3: in_time = 2, N/4: in_time = 1, N/5: in_time = 0 }");
    assertThat(small.run(related, "counted_on, n0, n1, n2, n3, n4"))
        .containsExactly(
            "2026-01-01 1 1 1 0 0",
            "2026-01-02 1 0 0 1 0",
            "2026-01-03 0 0 0 1 0",
            "2026-01-04 0 0 0 0 1");
  }

  @Test
  void aRowIsEvaluatedAtEveryPeriodEnd() throws SQLException {
    small.rows("period_end", "2025-12-31\n2026-01-31");
    String stock =
        """
        - from: visit
          at: PERIOD_ENDS
          where: held_on <= reference_day AND (closed_on IS NULL OR closed_on > reference_day)
          related:
            - {table: note, "on": {visit_id: visit_id}, count: {notes: written_on <= row.reference_day}}
          date: reference_day
          unit: {AS_WAS: unit}
          series:
            - {code: MAIN, name: Prov, kind: COUNT, numerator: 'TRUE'}
            - {code: WITH_NOTE, name: Prov, kind: COUNT, numerator: notes > 0}
        """;
    small.rows("visit", "v0 U9 p9 2025-11-30 NO 2026-01-31");
    small.rows("note", "n1 v0 - 2025-12-31 -\nn2 v2 - 2026-02-01 -");
    assertThat(small.run(stock, "counted_on, unit_AS_WAS, n0, n1, person_key"))
        .containsExactly("2025-12-31 U9 1 1 -", "2026-01-31 U1 1 0 -", "2026-01-31 U2 1 0 -");
  }
}
