package se.helhetssyn.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Unbroken times in scope, over all of a person's stays. */
final class ScopeIntervalTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private final SmallCase small;

  ScopeIntervalTest() throws SQLException {
    small = SmallCase.open();
  }

  @AfterEach
  void close() throws SQLException {
    small.close();
  }

  private List<String> intervals(String stays) throws SQLException {
    small.rows("enrolment", stays);
    return small.text("SELECT person_key, start_day, end_day FROM scope_interval");
  }

  @Test
  void staysThatOverlapOrTouchAreOneAndAGapPartsThem() throws SQLException {
    assertThat(
            intervals(
                """
                e1 p R RESIDENTIAL 2025-01-01 2025-03-01
                e2 p G HOME_HEALTH 2025-02-01 2025-04-01
                e3 p S RESIDENTIAL 2025-04-01 2025-05-01
                e4 p S RESIDENTIAL 2025-05-02 -
                """))
        .containsExactly("p 2025-01-01 2025-05-01", "p 2025-05-02 9999-12-31");
  }

  @Test
  void aStayWithinALongerOneDoesNotEndIt() throws SQLException {
    assertThat(
            intervals(
                """
                e1 p R RESIDENTIAL 2025-01-01 2025-12-01
                e2 p S RESIDENTIAL 2025-02-01 2025-03-01
                e3 p S RESIDENTIAL 2025-06-01 2025-12-24
                """))
        .containsExactly("p 2025-01-01 2025-12-24");
  }

  @Test
  void deathEndsATimeAndAStayThatBeginsAfterItIsNone() throws SQLException {
    small.rows("person", "p 2025-03-01");
    assertThat(
            intervals("e1 p R RESIDENTIAL 2025-01-01 -\ne2 p S RESIDENTIAL 2025-04-01 2025-05-01"))
        .containsExactly("p 2025-01-01 2025-03-01");
  }

  @Test
  void homeCareAndShortStaysAreNoTimeInScopeNorIsAStayWithoutDays() throws SQLException {
    assertThat(
            intervals(
                """
                e1 p H HOME_CARE   2025-01-01 -
                e2 p K SHORT_TERM  2025-01-01 -
                e3 p R RESIDENTIAL 2025-01-01 2025-01-01
                """))
        .isEmpty();
  }

  @Test
  void theDaysAreThoseOfAnyStayCountedOnce() throws SQLException {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int person = 0; person < 40; person++) {
      TreeSet<LocalDate> days = new TreeSet<>();
      List<String> stays = new ArrayList<>();
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        LocalDate from = FIRST.plusDays(random.nextInt(60));
        LocalDate to = from.plusDays(random.nextInt(20));
        from.datesUntil(to).forEach(days::add);
        stays.add("e%d-%d p%d R RESIDENTIAL %s %s".formatted(person, i, person, from, to));
      }
      small.rows("enrolment", String.join("\n", stays));
      String counted =
          """
          SELECT count(*) > 0, coalesce(sum(end_day - start_day), 0)
          FROM scope_interval WHERE person_key = 'p%d'\
          """
              .formatted(person);
      assertThat(small.text(counted))
          .as("seed %d, person %d with %s", seed, person, stays)
          .containsExactly("%s %d".formatted(!days.isEmpty(), days.size()));
    }
    String touching =
        """
        SELECT a.person_key FROM scope_interval a JOIN scope_interval b
        ON a.person_key = b.person_key AND a.start_day < b.start_day AND b.start_day <= a.end_day\
        """;
    assertThat(small.text(touching)).as("seed %d", seed).isEmpty();
  }
}
