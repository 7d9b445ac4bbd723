package se.helhetssyn.analytics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.analytics.mart.ValueKind;

class PrimaryRuleTest {
  private static final PrimaryRule RULE = PrimaryRule.PROTECTED;

  /** A share where each person stands for one row. */
  private static Support persons(long numerator, long denominator, boolean sensitive) {
    return new Support(
        ValueKind.SHARE,
        sensitive,
        numerator,
        denominator,
        numerator,
        denominator - numerator,
        denominator,
        denominator == 0 ? 0 : 1,
        denominator > 1 ? 1 : 0);
  }

  /** Events of few or many persons among residents with 3,000 person-days. */
  private static Support rate(long events, long fallers, long residents, long largest) {
    return new Support(
        ValueKind.RATE,
        true,
        events,
        3_000,
        fallers,
        residents - fallers,
        residents,
        largest,
        Math.min(largest, events - largest));
  }

  private static Support count(long count, long persons) {
    long each = persons == 0 ? 0 : count / persons;
    return new Support(ValueKind.COUNT, true, count, 0, persons, 0, persons, each, each);
  }

  private static Support score(long scores) {
    return new Support(ValueKind.SCORE, false, 0, scores, scores, 0, scores, 1, 1);
  }

  private static Support days(long durations, long persons, long personsOpen) {
    long each = Math.min(1, durations);
    return new Support(
        ValueKind.DAYS,
        true,
        0,
        durations,
        persons - personsOpen,
        personsOpen,
        persons,
        each,
        each);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 16, 17, 18, 19})
  void oneToFourPersonsInTheNumeratorOrTheRestAreHidden(long numerator) {
    assertThat(RULE.hides(persons(numerator, 20, false))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5, 10, 15, 20})
  void noneAllAndFiveOrMoreOnBothSidesAreShown(long numerator) {
    assertThat(RULE.hides(persons(numerator, 20, false))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aDenominatorBelowFiveIsHidden(long denominator) {
    assertThat(RULE.hides(persons(0, denominator, false))).isTrue();
  }

  @Test
  void anEmptyDenominatorHasNothingToHide() {
    assertThat(RULE.hides(persons(0, 0, true))).isFalse();
    assertThat(RULE.hides(days(0, 0, 0))).isFalse();
  }

  @Test
  void noneOfSixIsHiddenWhereItIsSensitive() {
    assertThat(RULE.hides(persons(0, 6, true))).isTrue();
    assertThat(RULE.hides(persons(6, 6, true))).isTrue();
    assertThat(RULE.hides(persons(0, 6, false))).isFalse();
    assertThat(RULE.hides(persons(0, 10, true))).isFalse();
  }

  @Test
  void noneOfTwelveEventsIsHiddenWhereSixPersonsStandBehind() {
    Support twelveOfSix = new Support(ValueKind.SHARE, true, 0, 12, 0, 6, 6, 2, 2);
    assertThat(RULE.hides(twelveOfSix)).isTrue();
  }

  @Test
  void twelveFallsOfOnePersonAreHidden() {
    assertThat(RULE.hides(rate(12, 1, 30, 12))).isTrue();
  }

  @Test
  void noFallsAreShownWhereThereAreTenResidents() {
    assertThat(RULE.hides(rate(0, 0, 9, 0))).isTrue();
    assertThat(RULE.hides(rate(0, 0, 10, 0))).isFalse();
  }

  @Test
  void onePersonWithMoreThanThreeQuartersOfTheEventsIsHidden() {
    assertThat(RULE.hides(new Support(ValueKind.RATE, true, 20, 900, 6, 20, 26, 16, 1))).isTrue();
    assertThat(RULE.hides(new Support(ValueKind.RATE, true, 20, 900, 6, 20, 26, 15, 1))).isFalse();
  }

  @Test
  void twoPersonsWithMoreThanNineTenthsOfTheEventsAreHidden() {
    assertThat(RULE.hides(new Support(ValueKind.RATE, true, 40, 900, 6, 20, 26, 20, 17))).isTrue();
    assertThat(RULE.hides(new Support(ValueKind.RATE, true, 40, 900, 6, 20, 26, 20, 16))).isFalse();
  }

  @Test
  void aMedianNeedsTenDurations() {
    assertThat(RULE.hides(days(9, 9, 0))).isTrue();
    assertThat(RULE.hides(days(10, 10, 0))).isFalse();
    assertThat(RULE.hides(score(9))).isTrue();
    assertThat(RULE.hides(score(10))).isFalse();
  }

  @Test
  void aMedianWithFewPersonsStillOpenIsHidden() {
    assertThat(RULE.hides(days(20, 20, 3))).isTrue();
    assertThat(RULE.hides(days(20, 20, 5))).isFalse();
  }

  @Test
  void aCountOfFewPersonsIsHiddenAndZeroIsShown() {
    assertThat(RULE.hides(count(0, 0))).isFalse();
    assertThat(RULE.hides(count(4, 4))).isTrue();
    assertThat(RULE.hides(count(12, 4))).isTrue();
    assertThat(RULE.hides(count(5, 5))).isFalse();
  }

  @Test
  void thePublicLayerAsksForTen() {
    assertThat(PrimaryRule.PUBLIC.hides(persons(9, 20, false))).isTrue();
    assertThat(PrimaryRule.PUBLIC.hides(persons(10, 20, false))).isFalse();
    assertThat(PrimaryRule.PUBLIC.hides(count(9, 9))).isTrue();
  }

  @Test
  void theSmallUnitOfThreeIsHiddenByItself() {
    assertThat(RULE.hides(persons(0, 2, false))).isTrue();
    assertThat(RULE.hides(count(18, 18))).isFalse();
    assertThat(RULE.hides(count(2, 2))).isTrue();
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> new Support(ValueKind.COUNT, true, -1, 0, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Support(ValueKind.COUNT, true, 5, 0, 5, 0, 5, 1, 2))
        .hasMessageContaining("second largest 2");
    assertThatThrownBy(() -> new PrimaryRule(1)).hasMessageContaining("k = 1");
  }
}
