package se.helhetssyn.pipelines.measure;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.helhetssyn.analytics.indicator.RunTable;

final class RunDaysTest {
  private static List<String> rows(RunTable table, String from, String to) {
    Horizon horizon = SmallTree.horizon(from, to);
    Grid grid = Grid.of(SmallTree.ORGANISATION, horizon);
    return new RunDays(grid, SmallTree.ORGANISATION, horizon)
        .rows(table)
        .map(row -> row.stream().map(String::valueOf).collect(joining(" ")))
        .toList();
  }

  private static List<String> instants(String calendar, String from, String to) {
    return rows(RunTable.INSTANT, from, to).stream()
        .filter(row -> row.startsWith(calendar))
        .map(row -> row.substring(calendar.length() + 1))
        .toList();
  }

  @Test
  void onlyFinishedMonthsHaveAnEnd() {
    assertThat(rows(RunTable.PERIOD_END, "2024-01-15", "2024-04-29"))
        .containsExactly("2024-02-29", "2024-03-31");
  }

  @Test
  void everyPeriodIsLookedAtByItselfFinishedOrNot() {
    assertThat(instants("EACH_PERIOD", "2025-04-01", "2025-06-29"))
        .containsExactly(
            "null MONTH 2025-04-01 2025-04-30 0",
            "null MONTH 2025-05-01 2025-05-31 1",
            "null MONTH 2025-06-01 2025-06-30 2",
            "null QUARTER 2025-04-01 2025-06-30 3");
  }

  @Test
  void nationalDaysAreTheLastOfAQuarterAndTheFirstOfMarchOnceTheirPeriodIsOver() {
    assertThat(instants("NATIONAL_DAYS", "2024-01-01", "2024-12-31"))
        .containsExactly(
            "2024-03-31 QUARTER 2024-01-01 2024-03-31 12",
            "2024-06-30 QUARTER 2024-04-01 2024-06-30 13",
            "2024-09-30 QUARTER 2024-07-01 2024-09-30 14",
            "2024-12-31 QUARTER 2024-10-01 2024-12-31 15",
            "2024-03-01 YEAR 2024-01-01 2024-12-31 16");
    assertThat(instants("NATIONAL_DAYS", "2024-01-01", "2024-12-30"))
        .hasSize(3)
        .allMatch(row -> row.contains("QUARTER"));
  }

  @Test
  void windowsEndWithAFinishedQuarter() {
    assertThat(instants("WINDOWS", "2024-01-01", "2025-03-31"))
        .containsExactly(
            "2024-12-31 ROLLING_12M 2024-01-01 2024-12-31 22",
            "2025-03-31 ROLLING_12M 2024-04-01 2025-03-31 23");
    assertThat(instants("WINDOWS", "2024-01-01", "2025-03-30")).hasSize(1);
  }

  @Test
  void yearsFromMarchEndWithTheLastOfFebruaryAndAreThereFromTheirBeginning() {
    assertThat(instants("MARCH_YEARS", "2023-01-01", "2024-03-01"))
        .extracting(row -> row.substring(0, row.lastIndexOf(' ')))
        .containsExactly(
            "2024-02-29 YEAR 2023-03-01 2024-02-29", "2025-02-28 YEAR 2024-03-01 2025-02-28");
  }

  @Test
  void theCalendarHoldsEveryDayFromTheFirstPeriodToTheLastKnownDay() {
    assertThat(rows(RunTable.CALENDAR, "2024-02-01", "2024-03-01"))
        .hasSize(30)
        .startsWith("2024-02-01")
        .contains("2024-02-29")
        .endsWith("2024-03-01");
    assertThat(rows(RunTable.CALENDAR, "2024-02-02", "2024-02-10")).containsExactly("2024-02-10");
  }

  @Test
  void spansAreMonthsCutWhereTheOrganisationChanges() {
    assertThat(rows(RunTable.SPAN, "2025-04-01", "2025-06-15"))
        .containsExactly("2025-04-01 2025-05-01", "2025-05-01 2025-06-01", "2025-06-01 2025-06-16");
    Horizon horizon = SmallTree.horizon("2025-04-01", "2025-04-30");
    Organisation moved =
        Organisation.of(
            OrganisationRows.units(
                "K MUNICIPALITY - - 2020-01-01 -",
                "U UNIT K HOME_CARE 2020-01-01 2025-04-11",
                "U UNIT K RESIDENTIAL_CARE 2025-04-11 -"),
            List.of());
    assertThat(
            new RunDays(Grid.of(moved, horizon), moved, horizon)
                .rows(RunTable.SPAN)
                .map(Object::toString))
        .containsExactly("[2025-04-01, 2025-04-11]", "[2025-04-11, 2025-05-01]");
  }

  @Test
  void belongingsAreThoseOfEachDay() {
    assertThat(rows(RunTable.BELONGING, "2025-04-01", "2025-06-30"))
        .contains("A A 0001-01-01 9999-12-31", "A S 0001-01-01 9999-12-31")
        .doesNotContain("A C 0001-01-01 9999-12-31")
        .noneMatch(row -> row.startsWith("O "));
  }
}
