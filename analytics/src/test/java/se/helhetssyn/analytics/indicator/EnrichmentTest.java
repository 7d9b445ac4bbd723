package se.helhetssyn.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lookups and scope bring to a row. */
final class EnrichmentTest {
  private static final String VISITS =
      """
      - from: visit
        date: held_on
        unit: {AS_WAS: fetched}
      """;

  private static final String ANY =
      """
        series:
          - {code: MAIN, name: Prov, kind: SHARE, numerator: 'TRUE'}
      """;

  private final SmallCase small;

  EnrichmentTest() throws SQLException {
    small = SmallCase.open();
  }

  @BeforeEach
  void fill() throws SQLException {
    small.rows("visit", "v1 U1 p1 2026-01-01 YES -\nv2 U2 p2 2026-01-02 NO -");
  }

  @AfterEach
  void close() throws SQLException {
    small.close();
  }

  private static String firstNote(String more) {
    return VISITS
        + """
          lookups:
            - {table: note, "on": {visit_id: visit_id}, take: {fetched: note_id}, %s}
        """
            .formatted(more)
        + ANY;
  }

  @Test
  void theFirstRowInOrderIsTakenAndARowWithoutAnyStays() throws SQLException {
    small.rows("note", "n1 v1 - 2026-01-05 A\nn2 v1 - 2026-01-03 A\nn3 v1 - 2026-01-04 A");
    assertThat(small.run(firstNote("order: [written_on]"), "counted_on, unit_AS_WAS"))
        .containsExactly("2026-01-01 n2", "2026-01-02 -");
  }

  @Test
  void ofEqualRowsTheLowestKeyIsTaken() throws SQLException {
    small.rows("note", "n3 v1 - 2026-01-03 A\nn2 v1 - 2026-01-03 A\nn1 v1 - 2026-01-04 A");
    assertThat(small.run(firstNote("order: [written_on]"), "unit_AS_WAS"))
        .containsExactly("-", "n2");
  }

  @Test
  void anAbsentValueComesLastInTheOrder() throws SQLException {
    small.rows("note", "n1 v1 - - A\nn2 v1 - 2026-01-04 A\nn3 v2 - - A");
    assertThat(small.run(firstNote("order: [written_on]"), "unit_AS_WAS"))
        .containsExactly("n2", "n3");
  }

  @Test
  void aLaterOrderDecidesWhereTheFirstIsEqual() throws SQLException {
    small.rows("note", "n1 v1 - 2026-01-03 B\nn2 v1 - 2026-01-03 A\nn3 v1 - 2026-01-04 A");
    assertThat(small.run(firstNote("order: [written_on, kind]"), "unit_AS_WAS"))
        .containsExactly("-", "n2");
  }

  @Test
  void onlyARowThatMeetsTheConditionMayBeTaken() throws SQLException {
    small.rows("note", "n1 v1 - 2026-01-01 A\nn2 v1 - 2026-01-02 A\nn3 v2 - 2026-01-02 A");
    assertThat(
            small.run(
                firstNote("order: [written_on], where: written_on > row.held_on"), "unit_AS_WAS"))
        .containsExactly("-", "n2");
  }

  @Test
  void theNearestRowOnEitherSideCanBeTaken() throws SQLException {
    small.rows("note", "n1 v1 - 2025-12-25 A\nn2 v1 - 2026-01-06 A\nn3 v1 - 2026-01-08 A");
    String distance =
        "\"CASE WHEN written_on < row.held_on THEN days(written_on, row.held_on)"
            + " ELSE days(row.held_on, written_on) END\"";
    assertThat(small.run(firstNote("order: [" + distance + "]"), "unit_AS_WAS"))
        .containsExactly("-", "n2");
  }

  @Test
  void aLookupMayUseWhatTheOneBeforeItFetched() throws SQLException {
    small.rows("note", "n1 v1 b1 2026-01-03 A").rows("book", "b1 p7\nb2 p8");
    String chained =
        VISITS
            + """
              lookups:
                - {table: note, "on": {visit_id: visit_id}, order: [note_id], take: {book: book_id}}
                - {table: book, "on": {book_id: book}, take: {fetched: owner}}
            """
            + ANY;
    assertThat(small.run(chained, "counted_on, unit_AS_WAS"))
        .containsExactly("2026-01-01 p7", "2026-01-02 -");
  }

  @Test
  void everyPeriodEndHasAFirstRowOfItsOwn() throws SQLException {
    small.rows("period_end", "2026-01-31\n2026-02-28");
    small.rows("note", "n1 v1 - 2026-01-03 A\nn2 v1 - 2026-02-03 A");
    String latest =
        firstNote(
                "order: [\"days(written_on, row.reference_day)\"],"
                    + " where: written_on <= row.reference_day")
            .replace("from: visit", "from: visit\n  at: PERIOD_ENDS");
    assertThat(
            small.run(
                latest.replace("date: held_on", "date: reference_day"), "counted_on, unit_AS_WAS"))
        .containsExactly("2026-01-31 -", "2026-01-31 n1", "2026-02-28 -", "2026-02-28 n2");
  }

  @Test
  void relatedRowsHaveLookupsAndScopeOfTheirOwn() throws SQLException {
    small.rows("enrolment", "e1 p1 R RESIDENTIAL 2026-01-05 -");
    small.rows("visit", "v3 U1 p1 2026-01-06 YES -");
    small.rows("note", "n1 v1 - 2026-01-09 A\nn2 v3 - 2026-01-09 A\nn3 v3 - 2026-01-08 B");
    String inScope =
        """
        - from: visit
          related:
            - table: visit
              lookups:
                - {table: note, "on": {visit_id: visit_id}, order: [written_on], take: {first_kind: kind}}
              scope: {person: person_key, day: held_on}
              "on": {person_key: person_key}
              where: in_scope AND held_on >= row.held_on
              count: {visits: 'TRUE', begun_by_b: first_kind = 'B'}
          date: held_on
          unit: {AS_WAS: unit}
          series:
            - {code: MAIN, name: Prov, kind: SHARE, numerator: visits = 1}
            - {code: B, name: Prov, kind: SHARE, numerator: begun_by_b = 1}
        """;
    assertThat(small.run(inScope, "counted_on, n0, n1"))
        .containsExactly("2026-01-01 1 1", "2026-01-02 0 0", "2026-01-06 1 1");
  }

  @Test
  void theLatestRelatedRowIsTakenAndAbsentValuesComeFirst() throws SQLException {
    small.rows(
        "note",
        """
        n9 v1 - -          A
        n1 v1 - 2026-01-03 B
        n2 v1 - 2026-01-05 C
        n8 v2 - -          D
        n7 v2 - -          E
        """);
    String latest =
        """
        - from: visit
          related:
            - table: note
              "on": {visit_id: visit_id}
              latest:
                last_kind: {order: [written_on], take: kind}
                last_but_c: {where: kind <> 'C', order: [written_on], take: kind}
          date: held_on
          unit: {AS_WAS: last_kind}
          person: last_but_c
        """
            + ANY;
    assertThat(small.run(latest, "counted_on, unit_AS_WAS, person_key"))
        .containsExactly("2026-01-01 C B", "2026-01-02 D D");
  }

  @Test
  void withoutRelatedRowsCountsAreZeroAndValuesAreAbsent() throws SQLException {
    small.rows("note", "n1 v1 - 2026-01-03 A");
    String counted =
        """
        - from: visit
          related:
            - table: note
              "on": {visit_id: visit_id}
              count: {notes: 'TRUE'}
              sum: {days_after: "days(row.held_on, written_on)"}
              min: {first_on: written_on}
              max: {last_on: written_on}
              latest: {last_kind: {order: [written_on], take: kind}}
          date: held_on
          unit: {AS_WAS: unit}
          series:
            - code: MAIN
              name: Prov
              kind: SHARE
              numerator: >-
                notes = 0 AND days_after = 0 AND first_on IS NULL AND last_on IS NULL
                AND last_kind IS NULL
            - code: ONE
              name: Prov
              kind: SHARE
              numerator: >-
                notes = 1 AND days_after = 2 AND first_on = last_on AND last_kind = 'A'
        """;
    assertThat(small.run(counted, "counted_on, n0, n1"))
        .containsExactly("2026-01-01 0 1", "2026-01-02 1 0");
  }
}
