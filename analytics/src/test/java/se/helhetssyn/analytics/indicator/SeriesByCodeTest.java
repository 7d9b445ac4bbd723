package se.helhetssyn.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A series split by the codes of a column, in the order of its code list. */
final class SeriesByCodeTest {
  private static final String VISITS =
      """
      - from: visit
        date: held_on
        unit: {AS_WAS: unit}
        person: person_key
        series:
          - {code: MAIN, name: Prov, numerator: unit = 'U1', by: {OUTCOME: outcome}, %s}
      """;

  private final SmallCase small;

  SeriesByCodeTest() throws SQLException {
    small = SmallCase.open();
  }

  @BeforeEach
  void fill() throws SQLException {
    small.rows(
        "visit",
        """
        v1 U1 p1 2026-01-01 YES     2026-01-05
        v2 U2 p2 2026-01-02 YES     -
        v3 U1 p3 2026-01-03 UNKNOWN 2026-01-04
        v4 U1 p4 2026-01-04 -       -
        """);
  }

  @AfterEach
  void close() throws SQLException {
    small.close();
  }

  @Test
  void aStratumHasOnlyItsOwnRowsAndOneWithoutRowsIsThereToo() throws SQLException {
    assertThat(
            small.run(
                VISITS.formatted("kind: SHARE"),
                "sum(d0), sum(n0), sum(d1), sum(n1), sum(d2), sum(n2), sum(d3), sum(n3), sum(d4)"))
        .containsExactly("4 3 2 1 0 0 1 1 0");
  }

  @Test
  void theDenominatorAndTheUnknownAreThoseOfTheStratum() throws SQLException {
    String conditions =
        "kind: SHARE, denominator: unit <> 'U2', unknown: \"unit = 'U2' OR closed_on IS NULL\"";
    assertThat(
            small.run(
                VISITS.formatted(conditions),
                "sum(d0), sum(u0), sum(x0), sum(d1), sum(u1), sum(x1), sum(d3), sum(u3)"))
        .containsExactly("3 2 1 1 1 1 1 0");
  }

  @Test
  void aPlainCountAndADurationAreSplitAlike() throws SQLException {
    assertThat(small.run(VISITS.formatted("kind: COUNT"), "sum(d0), sum(d1), sum(d3)"))
        .containsExactly("3 1 1");
    assertThat(
            small.run(
                VISITS.formatted("kind: DAYS, days: 'days(held_on, closed_on)'"),
                "sum(t0), sum(t1), sum(t2), sum(t3)"))
        .containsExactly("5 4 - 1");
  }

  @Test
  void aFetchedColumnBringsItsCodeList() throws SQLException {
    String fetched =
        """
        - from: note
          lookups:
            - {table: visit, "on": {visit_id: visit_id}, take: {visit_outcome: outcome}}
          date: written_on
          unit: {AS_WAS: note_id}
          series:
            - {code: MAIN, name: Prov, kind: SHARE, numerator: kind = 'A', by: {OUTCOME: visit_outcome}}
        """;
    small.rows("note", "n1 v1 - 2026-01-03 A\nn2 v3 - 2026-01-03 B\nn3 - - 2026-01-03 A");
    assertThat(small.run(fetched, "sum(d0), sum(n0), sum(d1), sum(n1), sum(d3), sum(n3), sum(d4)"))
        .containsExactly("3 2 1 1 1 0 0");
  }

  @Test
  void relatedRowsCanBeSummedAndAnAbsentNumberAddsNothing() throws SQLException {
    String sums =
        """
        - from: home
          related:
            - table: visit
              "on": {unit: home_id}
              where: outcome = 'YES' OR outcome IS NULL
              count: {visits: 'TRUE'}
              sum: {open_days: 'days(held_on, closed_on)'}
          date: as_of()
          unit: {AS_WAS: home_id}
          series:
            - {code: MAIN, name: Prov, kind: SHARE, numerator: visits = 2}
            - {code: OPEN, name: Prov, kind: DAYS, numerator: 'TRUE', days: open_days}
        """;
    small.rows("home", "U1 -\nU2 -\nU3 -");
    assertThat(small.run(sums, "unit_AS_WAS, n0, t1"))
        .containsExactly("U1 1 4", "U2 0 0", "U3 0 0");
  }
}
