package se.helhetssyn.pipelines.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TallyTest {
  private static IntStream slots(Tally tally) {
    return IntStream.range(0, tally.size());
  }

  @Test
  void aKeyHasZerosUntilSomethingIsAddedAndKeepsItsSlot() {
    Tally tally = new Tally(2);
    int slot = tally.slot(7);
    assertThat(tally.get(slot, 0)).isZero();
    tally.add(slot, 1, 5);
    tally.add(tally.slot(7), 1, -2);
    tally.set(tally.slot(8), 0, 9);
    assertThat(tally.slot(7)).isEqualTo(slot);
    assertThat(tally.get(slot, 0)).isZero();
    assertThat(tally.get(slot, 1)).isEqualTo(3);
    assertThat(tally.get(tally.slot(8), 0)).isEqualTo(9);
    assertThat(tally.size()).isEqualTo(2);
  }

  @Test
  void anEmptyTallyHasNoKeysAndCanBeCleared() {
    Tally tally = new Tally(1);
    tally.clear();
    assertThat(tally.size()).isZero();
  }

  @Test
  void everyKeyThereIsCanBeMet() {
    Tally tally = new Tally(1);
    long[] keys = {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, -(1L << 32)};
    for (long key : keys) {
      tally.add(tally.slot(key), 0, key);
    }
    assertThat(slots(tally).mapToLong(tally::key).toArray()).isEqualTo(keys);
    assertThat(slots(tally).mapToLong(s -> tally.get(s, 0)).toArray()).isEqualTo(keys);
  }

  @Test
  void whatWasClearedIsForgottenWhetherItWasMuchOrLittle() {
    Tally tally = new Tally(1);
    for (int keys : new int[] {1, 300, 5, 5000, 2, 800}) {
      IntStream.range(0, keys).forEach(key -> tally.add(tally.slot(key), 0, 1));
      assertThat(tally.size()).isEqualTo(keys);
      assertThat(slots(tally)).allMatch(s -> tally.get(s, 0) == 1);
      tally.clear();
      assertThat(tally.size()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void itHoldsWhatAMapHolds(long seed) {
    Random random = new Random(seed);
    Tally tally = new Tally(3);
    Map<Long, long[]> map = new HashMap<>();
    int keys = 1 + random.nextInt(6000);
    for (int i = 0; i < 20_000; i++) {
      if (random.nextInt(4000) == 0) {
        tally.clear();
        map.clear();
      }
      // Whole multiples meet at the same places; odd ones lie between them.
      long key = (long) random.nextInt(keys) << (random.nextBoolean() ? 40 : 0);
      int column = random.nextInt(3);
      long amount = random.nextInt(100) - 50L;
      tally.add(tally.slot(key), column, amount);
      map.computeIfAbsent(key, k -> new long[3])[column] += amount;
    }
    Map<Long, long[]> held = new HashMap<>();
    slots(tally)
        .forEach(s ->
            held.put(
                tally.key(s), IntStream.range(0, 3).mapToLong(c -> tally.get(s, c)).toArray()));
    assertThat(tally.size()).as("seed %d", seed).isEqualTo(map.size());
    assertThat(held.keySet()).isEqualTo(map.keySet());
    held.forEach((key, values) -> assertThat(values).as("seed %d", seed).isEqualTo(map.get(key)));
  }
}
