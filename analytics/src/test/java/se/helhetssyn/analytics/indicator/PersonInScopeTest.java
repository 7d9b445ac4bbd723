package se.helhetssyn.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule R01: who is responsible for a person on a day. */
final class PersonInScopeTest {
  private static final String SCOPED =
      """
      - from: visit
        scope: {person: person_key, day: held_on}
        where: in_scope
        date: held_on
        unit: {AS_WAS: scope_unit, AS_WAS_GEO: scope_geographical_unit}
        person: person_key
        series:
          - {code: MAIN, name: Prov, kind: SHARE, numerator: outcome = 'YES'}
      """;

  private static final String AT_PERIOD_ENDS =
      """
      - from: person_in_scope
        where: days(stay_start, reference_day) >= :within_days
        date: reference_day
        unit: {AS_WAS: unit, AS_WAS_GEO: geographical_unit}
        person: person_key
        series:
          - {code: MAIN, name: Prov, kind: SHARE, numerator: 'TRUE'}
      """;

  private final SmallCase small;

  PersonInScopeTest() throws SQLException {
    small = SmallCase.open();
  }

  @AfterEach
  void close() throws SQLException {
    small.close();
  }

  private void stay(String line) throws SQLException {
    small.rows("enrolment", line);
  }

  /** The units responsible for the person p that day: at hand and geographical; empty for none. */
  private List<String> responsible(String day) throws SQLException {
    small.rows("visit", "v%s U p %s YES -".formatted(day, day));
    return small.run(SCOPED, "unit_AS_WAS, unit_AS_WAS_GEO");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-09, ''",
    "2025-03-10, R R",
    "2025-05-31, R R",
    "2025-06-01, R R",
    "2025-06-02, ''"
  })
  void aStayLastsFromItsFirstDayThroughItsLast(String day, String units) throws SQLException {
    stay("e1 p R RESIDENTIAL 2025-03-10 2025-06-01");
    assertThat(String.join(",", responsible(day))).isEqualTo(units);
  }

  @ParameterizedTest
  @CsvSource({"2025-05-31, R R", "2025-06-01, S S", "2025-06-02, S S"})
  void onTheDayOfAMoveTheNewHomeIsResponsible(String day, String units) throws SQLException {
    stay("e1 p R RESIDENTIAL 2025-03-10 2025-06-01\ne2 p S RESIDENTIAL 2025-06-01 -");
    assertThat(responsible(day)).containsExactly(units);
  }

  @Test
  void whereStaysOverlapTheLatestStartWins() throws SQLException {
    stay(
        """
        e9 p R RESIDENTIAL 2025-03-10 -
        e1 p S RESIDENTIAL 2025-04-10 2025-07-01
        """);
    assertThat(responsible("2025-05-01")).containsExactly("S S");
  }

  @Test
  void afterAnOverlapTheStayThatGoesOnIsResponsibleAgain() throws SQLException {
    stay(
        """
        e1 p R RESIDENTIAL 2025-03-10 -
        e2 p S RESIDENTIAL 2025-04-10 2025-07-01
        """);
    assertThat(responsible("2025-07-01")).containsExactly("R R");
  }

  @Test
  void aHomeIsResponsibleBeforeHomeHealthCare() throws SQLException {
    stay("e1 p R RESIDENTIAL 2025-03-10 -\ne2 p G HOME_HEALTH 2025-04-10 -");
    assertThat(responsible("2025-05-01")).containsExactly("R R");
  }

  @ParameterizedTest
  @CsvSource({"2025-04-30, G G", "2025-05-01, H G", "2025-06-30, H G", "2025-07-02, G G"})
  void homeHealthCareBelongsToTheParallelHomeCare(String day, String units) throws SQLException {
    stay("e1 p G HOME_HEALTH 2025-03-10 -\ne2 p H HOME_CARE 2025-05-01 2025-07-01");
    assertThat(responsible(day)).containsExactly(units);
  }

  @Test
  void homeCareAtAUnitThatIsNotGivenIsNotAtTheGeographicalOne() throws SQLException {
    stay("e1 p G HOME_HEALTH 2025-03-10 -\ne2 p - HOME_CARE 2025-04-10 -");
    assertThat(responsible("2025-05-01")).containsExactly("- G");
  }

  @Test
  void ofTwoParallelHomeCaresTheLatestIsResponsibleAndThePersonCountsOnce() throws SQLException {
    stay(
        """
        e1 p G HOME_HEALTH 2025-03-10 -
        e2 p H HOME_CARE 2025-03-10 -
        e3 p I HOME_CARE 2025-04-10 -
        """);
    assertThat(responsible("2025-05-01")).containsExactly("I G");
  }

  @Test
  void homeCareOrAShortStayAloneIsOutOfScope() throws SQLException {
    stay("e1 p H HOME_CARE 2025-03-10 -\ne2 p K SHORT_TERM 2025-03-10 -");
    assertThat(responsible("2025-05-01")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2025-04-30, R R", "2025-05-01, R R", "2025-05-02, ''"})
  void deathEndsTheStayButItsDayBelongsToIt(String day, String units) throws SQLException {
    stay("e1 p R RESIDENTIAL 2025-03-10 -");
    small.rows("person", "p 2025-05-01");
    assertThat(String.join(",", responsible(day))).isEqualTo(units);
  }

  @Test
  void anotherPersonsStayIsNobodyElses() throws SQLException {
    stay("e1 q R RESIDENTIAL 2025-03-10 -");
    assertThat(responsible("2025-05-01")).isEmpty();
  }

  @Test
  void atAPeriodEndThoseWhoHaveLeftOrDiedAreOut() throws SQLException {
    small.rows("period_end", "2025-06-30\n2025-07-31");
    small.rows("person", "died 2025-06-30\nalive -");
    stay(
        """
        e1 stays  R RESIDENTIAL 2025-01-01 -
        e2 left   R RESIDENTIAL 2025-01-01 2025-06-30
        e3 leaves R RESIDENTIAL 2025-01-01 2025-07-01
        e4 died   R RESIDENTIAL 2025-01-01 -
        e5 alive  R RESIDENTIAL 2025-06-16 -
        e6 new    R RESIDENTIAL 2025-06-17 -
        e7 later  R RESIDENTIAL 2025-07-01 -
        """);
    assertThat(small.run(AT_PERIOD_ENDS, "counted_on, person_key, unit_AS_WAS"))
        .containsExactly(
            "2025-06-30 alive R",
            "2025-06-30 leaves R",
            "2025-06-30 stays R",
            "2025-07-31 alive R",
            "2025-07-31 later R",
            "2025-07-31 new R",
            "2025-07-31 stays R");
  }

  @Test
  void atAPeriodEndAPersonCountsOnceAtTheUnitAtHand() throws SQLException {
    small.rows("period_end", "2025-06-30");
    stay(
        """
        e1 p G HOME_HEALTH 2025-01-01 -
        e2 p H HOME_CARE   2025-01-01 -
        e3 p F HOME_HEALTH 2025-02-01 2025-04-01
        e4 q R RESIDENTIAL 2025-01-01 -
        e5 q S RESIDENTIAL 2025-02-01 -
        """);
    assertThat(small.run(AT_PERIOD_ENDS, "person_key, unit_AS_WAS, unit_AS_WAS_GEO"))
        .containsExactly("p H G", "q S S");
  }
}
