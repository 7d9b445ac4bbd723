package se.helhetssyn.pipelines.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TallyTest {
  private static final int KEYS = 6000;
  private static final int PERIODS = 20;

  private static int row(Tally tally, int key, int period) {
    return tally.row(tally.sheet(key), period);
  }

  @Test
  void aRowHasZerosUntilSomethingIsAddedAndKeepsItsPlace() {
    Tally tally = new Tally(10, 3, 2);
    int row = row(tally, 7, 1);
    assertThat(tally.get(row, 0)).isZero();
    tally.add(row, 1, 5);
    tally.add(row(tally, 7, 1), 1, -2);
    tally.set(row(tally, 7, 2), 0, 9);
    tally.set(row(tally, 9, 1), 0, 4);
    assertThat(row(tally, 7, 1)).isEqualTo(row);
    assertThat(tally.get(row, 0)).isZero();
    assertThat(tally.get(row, 1)).isEqualTo(3);
    assertThat(tally.get(row(tally, 7, 2), 0)).isEqualTo(9);
    assertThat(tally.get(row(tally, 9, 1), 0)).isEqualTo(4);
    assertThat(tally.size()).isEqualTo(3);
  }

  @Test
  void anEmptyTallyHasNoRowsAndCanBeCleared() {
    Tally tally = new Tally(1, 1, 1);
    tally.clear();
    assertThat(tally.size()).isZero();
  }

  @Test
  void whatWasClearedIsForgottenWhetherItWasMuchOrLittle() {
    Tally tally = new Tally(KEYS, PERIODS, 1);
    for (int keys : new int[] {1, 300, 5, 5000, 2, 800}) {
      IntStream.range(0, keys).forEach(key -> tally.add(row(tally, key, key % PERIODS), 0, 1));
      assertThat(tally.size()).isEqualTo(keys);
      assertThat(IntStream.range(0, keys)).allMatch(s -> tally.get(s, 0) == 1);
      tally.clear();
      assertThat(tally.size()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void itHoldsWhatAMapHolds(long seed) {
    Random random = new Random(seed);
    int keys = 1 + random.nextInt(KEYS);
    Tally tally = new Tally(keys, PERIODS, 3);
    Map<List<Integer>, long[]> map = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      if (random.nextInt(4000) == 0) {
        tally.clear();
        map.clear();
      }
      int key = random.nextInt(keys);
      int period = random.nextInt(PERIODS);
      int column = random.nextInt(3);
      long amount = random.nextInt(100) - 50L;
      tally.add(row(tally, key, period), column, amount);
      map.computeIfAbsent(List.of(key, period), k -> new long[3])[column] += amount;
    }
    Map<List<Integer>, long[]> held = new HashMap<>();
    for (int row = 0; row < tally.size(); row++) {
      int at = row;
      held.put(
          List.of(tally.key(tally.sheetOf(row)), tally.period(row)),
          IntStream.range(0, 3).mapToLong(c -> tally.get(at, c)).toArray());
    }
    assertThat(tally.size()).as("seed %d", seed).isEqualTo(map.size());
    assertThat(held.keySet()).isEqualTo(map.keySet());
    held.forEach((key, values) -> assertThat(values).as("seed %d", seed).isEqualTo(map.get(key)));
  }
}
