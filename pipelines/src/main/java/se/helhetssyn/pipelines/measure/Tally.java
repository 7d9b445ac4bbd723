package se.helhetssyn.pipelines.measure;

import java.util.Arrays;

/** Whole numbers by key, in flat arrays: some columns for each key that has been met. */
final class Tally {
  private static final int FIRST_SIZE = 1024;

  private final int columns;
  private long[] keys = new long[FIRST_SIZE];
  private int[] slots = new int[2 * FIRST_SIZE];
  private long[] values;
  private int size;

  Tally(int columns) {
    this.columns = columns;
    this.values = new long[FIRST_SIZE * columns];
  }

  /** The slot of a key, zero everywhere when it is new. */
  int slot(long key) {
    int mask = slots.length - 1;
    int at = hash(key) & mask;
    while (slots[at] != 0) {
      int slot = slots[at] - 1;
      if (keys[slot] == key) {
        return slot;
      }
      at = (at + 1) & mask;
    }
    return added(key, at);
  }

  private int added(long key, int at) {
    if (size == keys.length) {
      grow();
      return slot(key);
    }
    keys[size] = key;
    Arrays.fill(values, size * columns, (size + 1) * columns, 0);
    slots[at] = ++size;
    return size - 1;
  }

  private static int hash(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * size);
    values = Arrays.copyOf(values, 2 * size * columns);
    slots = new int[4 * size];
    int mask = slots.length - 1;
    for (int slot = 0; slot < size; slot++) {
      int at = hash(keys[slot]) & mask;
      while (slots[at] != 0) {
        at = (at + 1) & mask;
      }
      slots[at] = slot + 1;
    }
  }

  /** How many keys have been met; their slots are those below. */
  int size() {
    return size;
  }

  long key(int slot) {
    return keys[slot];
  }

  long get(int slot, int column) {
    return values[slot * columns + column];
  }

  void add(int slot, int column, long amount) {
    values[slot * columns + column] += amount;
  }

  void set(int slot, int column, long value) {
    values[slot * columns + column] = value;
  }

  /** Forgets every key. */
  void clear() {
    if (size > slots.length / 8) {
      Arrays.fill(slots, 0);
    } else {
      // In reverse order nothing stands between a key's place and where its search begins.
      for (int slot = size - 1; slot >= 0; slot--) {
        slots[place(slot)] = 0;
      }
    }
    size = 0;
  }

  private int place(int slot) {
    int mask = slots.length - 1;
    int at = hash(keys[slot]) & mask;
    while (slots[at] != slot + 1) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
