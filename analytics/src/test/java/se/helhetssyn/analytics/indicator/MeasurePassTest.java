package se.helhetssyn.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MeasurePassTest {
  private static final String VISITS =
      """
      - from: visit
        date: held_on
        unit: {AS_WAS: unit}
        person: person_key
      """;

  private final SmallCase small;

  MeasurePassTest() throws SQLException {
    small = SmallCase.open();
  }

  @BeforeEach
  void fill() throws SQLException {
    small.rows(
        "visit",
        """
        v1 U1 p1 2026-01-01 YES     2026-01-11
        v2 U2 p2 2026-01-02 NO      -
        v3 U3 -  2026-01-03 UNKNOWN -
        """);
  }

  @AfterEach
  void close() throws SQLException {
    small.close();
  }

  private static String share(String more) {
    return "  series:\n    - {code: MAIN, name: Prov, kind: SHARE, %s}\n".formatted(more);
  }

  private static List<MeasurePass> passes(String... measures) {
    List<MeasureQuery> queries = new ArrayList<>();
    for (String measure : measures) {
      queries.add(SmallCase.query("T0" + (queries.size() + 1), measure));
    }
    return MeasurePass.of(queries);
  }

  private List<String> told(MeasurePass pass, String columns) throws SQLException {
    return small.text("SELECT %s FROM (%s)".formatted(columns, pass.sql()));
  }

  private List<String> told(String columns, String... measures) throws SQLException {
    assertThat(passes(measures)).hasSize(1);
    return told(passes(measures).getFirst(), columns);
  }

  @Test
  void aRowIsToldOncePerMeasureThatCountsIt() throws SQLException {
    String yes = VISITS + "  where: outcome = 'YES'\n" + share("numerator: 'TRUE'");
    String known = VISITS + "  where: outcome <> 'UNKNOWN'\n" + share("numerator: 'TRUE'");
    assertThat(told("measure, counted_on, period_no, as_was, unit, person_key", yes, known))
        .containsExactly(
            "0 2026-01-01 - true U1 p1", "1 2026-01-01 - true U1 p1", "1 2026-01-02 - true U2 p2");
  }

  @Test
  void aLetterPerSeriesSaysAboveBelowUnknownAndOutside() throws SQLException {
    String series =
        VISITS
            + """
              series:
                - code: MAIN
                  name: Prov
                  kind: SHARE
                  denominator: outcome <> 'UNKNOWN'
                  numerator: outcome = 'YES'
                  unknown: outcome = 'UNKNOWN'
                - {code: SOME, name: Prov, kind: SHARE, numerator: outcome = 'NO', unknown: closed_on IS NULL}
                - {code: COUNT, name: Prov, kind: COUNT, numerator: outcome = 'NO'}
            """;
    String none = "a";
    String below = "c";
    String above = "d";
    String unknown = "m";
    assertThat(told("counted_on, flags", series))
        .containsExactly(
            "2026-01-01 " + above + below + none,
            "2026-01-02 " + below + "h" + above,
            "2026-01-03 " + unknown + "g" + none);
  }

  @Test
  void aRowThatNoSeriesSpeaksOfIsLeftOut() throws SQLException {
    String count =
        VISITS
            + "  series:\n    - {code: MAIN, name: Prov, kind: COUNT, numerator: outcome = 'NO'}\n";
    assertThat(told("counted_on, flags", count)).containsExactly("2026-01-02 d");
    assertThat(
            told("counted_on", VISITS.replace("held_on", "closed_on") + share("numerator: 'TRUE'")))
        .containsExactly("2026-01-11");
  }

  @Test
  void whatIsNotMatureIsLeftOut() throws SQLException {
    small.rows("visit", "v4 U1 p1 2026-01-18 YES -");
    assertThat(told("counted_on", VISITS + share("maturity_days: within_days, numerator: 'TRUE'")))
        .containsExactly("2026-01-01", "2026-01-02", "2026-01-03");
  }

  @Test
  void daysAndWeightsAreAmountsInTheOrderOfTheSeries() throws SQLException {
    String amounts =
        VISITS
            + """
              series:
                - {code: MAIN, name: Prov, kind: SHARE, numerator: 'TRUE', numerator_weight: "2", denominator_weight: "5"}
                - code: TIME
                  name: Prov
                  kind: DAYS
                  denominator: closed_on IS NOT NULL
                  numerator: 'TRUE'
                  days: days(held_on, closed_on)
            """;
    assertThat(told("counted_on, flags, amounts", amounts))
        .containsExactly(
            "2026-01-01 dd [2, 5, 10]", "2026-01-02 da [2, 5, NULL]", "2026-01-03 da [2, 5, NULL]");
    assertThat(told("amounts", VISITS + share("numerator: 'TRUE'"))).containsOnly("[]");
  }

  @Test
  void aRowMayCountInOneAttributionOnly() throws SQLException {
    String geographical =
        """
        - from: visit
          date: held_on
          unit: {AS_WAS: unit, AS_WAS_GEO: outcome}
          unit_where: {AS_WAS: outcome = 'YES', AS_WAS_GEO: person_key = 'p2'}
        """
            + share("numerator: 'TRUE'");
    assertThat(told("as_was, unit, as_was_geo, geographical_unit, person_key", geographical))
        .containsExactly("false U2 true NO -", "false U3 false UNKNOWN -", "true U1 false YES -");
  }

  @Test
  void aMeasureWithoutAGeographicalUnitCountsAtNone() throws SQLException {
    assertThat(told("as_was, as_was_geo, geographical_unit", VISITS + share("numerator: 'TRUE'")))
        .containsOnly("true false -");
  }

  @Test
  void onlyMeasuresOfOneTableAndInstantAreComputedTogether() {
    String visits = VISITS + share("numerator: 'TRUE'");
    String notes =
        "- from: note\n  date: written_on\n  unit: {AS_WAS: kind}\n" + share("numerator: 'TRUE'");
    String stock =
        VISITS.replace("held_on", "reference_day").replace("visit\n", "visit\n  at: PERIOD_ENDS\n")
            + share("numerator: 'TRUE'");
    List<MeasurePass> passes = passes(visits, notes, stock, visits);
    assertThat(passes).extracting(MeasurePass::name).containsExactly("T01 T04", "T02", "T03");
  }

  @Test
  void aPassThatGoesThroughItsRowsAgainFindsThemOnceAndTellsTheSame() throws SQLException {
    small.rows("note", "n1 v1 b1 2026-01-05 A\nn2 v1 b2 2026-01-06 B").rows("book", "p1 x\np2 y");
    String twice =
        """
        - from: visit
          related:
            - {table: note, "on": {visit_id: visit_id}, count: {notes: 'TRUE'}}
            - {table: book, "on": {book_id: person_key}, count: {books: 'TRUE'}}
          date: held_on
          unit: {AS_WAS: unit}
        """
            + share("numerator: notes = 2, unknown: books = 0");
    MeasurePass pass = passes(twice).getFirst();
    List<String> whole = told(pass, "counted_on, flags");
    small.execute("CREATE TABLE found AS " + pass.finding().orElseThrow());
    assertThat(whole).containsExactly("2026-01-01 d", "2026-01-02 c", "2026-01-03 g");
    assertThat(small.text("SELECT counted_on, flags FROM (%s)".formatted(pass.sql("found"))))
        .isEqualTo(whole);
    assertThat(passes(VISITS + share("numerator: 'TRUE'")).getFirst().finding()).isEmpty();
  }

  @Test
  void namesThatMeasuresGiveToDifferentThingsAreKeptApart() throws SQLException {
    small.rows("note", "n1 v1 - 2026-01-05 A\nn2 v2 - 2026-01-06 B");
    String counted =
        """
        - from: visit
          related:
            - {table: note, "on": {visit_id: visit_id}, count: {notes: kind = '%s'}}
          date: held_on
          unit: {AS_WAS: unit}
        """;
    String a = counted.formatted("A") + share("numerator: notes > 0");
    String b = counted.formatted("B") + share("numerator: notes > 0");
    assertThat(told("measure, counted_on, flags", a, b))
        .containsExactly(
            "0 2026-01-01 d",
            "0 2026-01-02 c",
            "0 2026-01-03 c",
            "1 2026-01-01 c",
            "1 2026-01-02 d",
            "1 2026-01-03 c");
  }
}
