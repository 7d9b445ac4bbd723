package se.helhetssyn.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
  private static final long SEED = 1958;

  private static List<DayCount> closed(int... days) {
    return IntStream.of(days).mapToObj(day -> new DayCount(day, 1, 0)).toList();
  }

  private static List<DayCount> open(int... days) {
    return IntStream.of(days).mapToObj(day -> new DayCount(day, 0, 1)).toList();
  }

  private static List<DayCount> join(List<DayCount> a, List<DayCount> b) {
    List<DayCount> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  /** Remission times under 6-MP (Freireich and others, Blood 21, 1963). */
  @Test
  void thePublishedTreatmentArmHolds() {
    KaplanMeier treated =
        KaplanMeier.of(
            join(
                closed(6, 6, 6, 7, 10, 13, 16, 22, 23),
                open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)));
    assertThat(treated).isEqualTo(new KaplanMeier(21, 12, 13, 23, null, 13, null));
  }

  /** Remission times under placebo, same source. */
  @Test
  void thePublishedPlaceboArmHolds() {
    KaplanMeier placebo =
        KaplanMeier.of(
            closed(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23));
    assertThat(placebo).isEqualTo(new KaplanMeier(21, 0, 4, 8, 12, 4, 11));
  }

  @Test
  void aQuantileIsTheFirstDayWithAtMostThatShareLeft() {
    KaplanMeier four = KaplanMeier.of(closed(1, 2, 3, 4));
    assertThat(four.q1()).isEqualTo(1);
    assertThat(four.median()).isEqualTo(2);
    assertThat(four.q3()).isEqualTo(3);
  }

  @Test
  void whatStaysOpenKeepsTheMedianFromBeingReached() {
    KaplanMeier mostlyOpen = KaplanMeier.of(join(closed(5), open(90, 90, 90)));
    assertThat(mostlyOpen.open()).isEqualTo(3);
    assertThat(mostlyOpen.q1()).isEqualTo(5);
    assertThat(mostlyOpen.median()).isNull();
    assertThat(mostlyOpen.q3()).isNull();
  }

  @Test
  void whatIsCensoredOnADayIsStillAtRiskThatDay() {
    assertThat(KaplanMeier.of(join(closed(3), open(3))).median()).isEqualTo(3);
    assertThat(KaplanMeier.of(join(closed(3), open(2))).median()).isEqualTo(3);
    assertThat(KaplanMeier.of(join(closed(3), open(3, 3))).median()).isNull();
  }

  @Test
  void anEmptyHistogramHasNoQuartiles() {
    assertThat(KaplanMeier.of(List.of()))
        .isEqualTo(new KaplanMeier(0, 0, null, null, null, null, null));
  }

  @Test
  void dayZeroIsADay() {
    assertThat(KaplanMeier.of(List.of(new DayCount(0, 10, 0))).median()).isZero();
  }

  @Test
  void negativeDaysAndCountsAreRefused() {
    assertThatThrownBy(() -> KaplanMeier.of(List.of(new DayCount(-1, 1, 0))))
        .hasMessageContaining("Day -1");
    assertThatThrownBy(() -> new DayCount(1, -1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Where nothing is open, a quantile is the smallest day with at least q·n closed by then. */
  @Test
  void withoutOpenOnesItIsTheOrdinaryQuantile() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      int[] days = random.ints(random.nextInt(1, 200), 0, 90).sorted().toArray();
      KaplanMeier found = KaplanMeier.of(closed(days));
      String label = "seed %d, round %d".formatted(SEED, round);
      assertThat(found.q1()).as(label).isEqualTo(days[(days.length + 3) / 4 - 1]);
      assertThat(found.median()).as(label).isEqualTo(days[(days.length + 1) / 2 - 1]);
      assertThat(found.q3()).as(label).isEqualTo(days[(3 * days.length + 3) / 4 - 1]);
    }
  }

  @Test
  void neitherTheOrderNorTheGroupingOfTheHistogramMatters() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      List<DayCount> single = new ArrayList<>();
      for (int i = random.nextInt(1, 60); i > 0; i--) {
        boolean isClosed = random.nextInt(3) > 0;
        single.add(new DayCount(random.nextInt(30), isClosed ? 1 : 0, isClosed ? 0 : 1));
      }
      KaplanMeier found = KaplanMeier.of(single);
      Collections.shuffle(single, random);
      assertThat(KaplanMeier.of(single)).as("seed %d, round %d", SEED, round).isEqualTo(found);
      assertOrdered(found);
    }
  }

  private static void assertOrdered(KaplanMeier found) {
    if (found.median() != null) {
      assertThat(found.q1()).isNotNull().isLessThanOrEqualTo(found.median());
    }
    if (found.lower() != null && found.median() != null) {
      assertThat(found.lower()).isLessThanOrEqualTo(found.median());
    }
  }

  /** Held against a product of exact fractions, computed elsewhere. */
  @Test
  void manyDaysWithOpenOnesStayExact() {
    List<DayCount> years = new ArrayList<>();
    for (int day = 0; day < 3_000; day++) {
      years.add(new DayCount(day, 1_000, 1));
    }
    KaplanMeier found = KaplanMeier.of(years);
    assertThat(found.q1()).isEqualTo(750);
    assertThat(found.median()).isEqualTo(1_501);
    assertThat(found.q3()).isEqualTo(2_251);
  }
}
