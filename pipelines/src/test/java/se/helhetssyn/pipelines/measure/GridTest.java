package se.helhetssyn.pipelines.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.helhetssyn.pipelines.measure.SmallTree.day;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;

final class GridTest {
  private static final Grid GRID =
      Grid.of(SmallTree.ORGANISATION, SmallTree.horizon("2024-01-01", "2025-06-30"));

  private static List<String> then(@Nullable String unit, String day) {
    return SmallTree.names(GRID, GRID.then(unit, day(day)));
  }

  private static List<String> now(@Nullable String unit, String day) {
    return SmallTree.names(GRID, GRID.now(unit, day(day)));
  }

  private static List<String> periods(int[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(n -> GRID.periods().get(n).kind() + " " + GRID.periods().get(n).start())
        .toList();
  }

  @Test
  void everyNodeAndGroupHasOneNumber() {
    assertThat(GRID.nodes()).doesNotHaveDuplicates();
    assertThat(GRID.nodes())
        .extracting(Grid.Node::id)
        .containsExactlyInAnyOrder(
            "K",
            "D",
            "S",
            "T",
            "A",
            "B",
            "C",
            "R",
            "HOME_CARE",
            "RESIDENTIAL_CARE",
            "OWN",
            "HOME_CARE/OWN",
            "RESIDENTIAL_CARE/OWN");
  }

  @Test
  void rowsBelongToTheirUnitAndWhatIsAboveItAndLikeItThatDay() {
    assertThat(then("A", "2025-05-31"))
        .containsExactly("A", "D", "HOME_CARE", "HOME_CARE/OWN", "K", "OWN", "S");
    assertThat(then("C", "2025-06-01"))
        .containsExactly("C", "D", "HOME_CARE", "HOME_CARE/OWN", "K", "OWN", "T");
    assertThat(then("T", "2025-06-01")).containsExactly("D", "K", "T");
  }

  @Test
  void aRowBeforeAUnitBeganOrAfterItEndedIsStillItsOwn() {
    assertThat(then("C", "2024-01-01")).contains("C", "T");
    assertThat(then("A", "2025-06-30")).contains("A", "S");
  }

  @Test
  void rowsOfNoKnownUnitBelongWhereItIsCertainAndThoseOfAnotherKindNowhere() {
    assertThat(then(null, "2025-01-01")).containsExactly("D", "K");
    assertThat(then("NOWHERE", "2025-01-01")).containsExactly("D", "K");
    assertThat(then("O", "2025-01-01")).isEmpty();
  }

  @Test
  void onlyNodesThatAreMadeOfOtherRowsTodayAreToldOfToday() {
    assertThat(now("A", "2025-01-01")).containsExactly("C", "T");
    assertThat(now("C", "2025-06-30")).containsExactly("C", "T");
    assertThat(now("R", "2025-06-30")).containsExactly("T");
    assertThat(now(null, "2025-06-30")).isEmpty();
    assertThat(now("O", "2025-06-30")).isEmpty();
  }

  @Test
  void aDayLiesInEachPeriodThatHoldsIt() {
    assertThat(periods(GRID.holding(day("2024-02-29"))))
        .containsExactly(
            "MONTH 2024-02-01", "QUARTER 2024-01-01", "YEAR 2024-01-01", "ROLLING_12M 2024-01-01");
    assertThat(periods(GRID.holding(day("2025-01-01"))))
        .containsExactly(
            "MONTH 2025-01-01",
            "QUARTER 2025-01-01",
            "YEAR 2025-01-01",
            "ROLLING_12M 2024-04-01",
            "ROLLING_12M 2024-07-01");
    assertThat(GRID.holding(day("2023-12-31"))).isEmpty();
    assertThat(GRID.holding(day("2026-01-01"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-28, ''",
    "2024-02-29, MONTH 2024-02-01",
    "2025-02-28, MONTH 2025-02-01",
    "2025-03-30, ''",
    "2025-03-31, 'MONTH 2025-03-01,QUARTER 2025-01-01,ROLLING_12M 2024-04-01'",
    "2025-07-31, ''",
  })
  void periodsEndWithTheirLastDay(String day, String ending) {
    assertThat(String.join(",", periods(GRID.ending(day(day))))).isEqualTo(ending);
  }

  @Test
  void yearsThatBeginWithMarchComeLastAndHoldNoDays() {
    List<Period> periods = GRID.periods();
    assertThat(periods).filteredOn(Period::isMarchYear).hasSize(2);
    assertThat(periods.subList(periods.size() - 2, periods.size())).allMatch(Period::isMarchYear);
    assertThat(Arrays.stream(GRID.holding(day("2024-03-01"))).mapToObj(periods::get))
        .noneMatch(Period::isMarchYear);
    assertThat(GRID.kind(periods.size() - 1)).isEqualTo(PeriodKind.YEAR);
  }
}
