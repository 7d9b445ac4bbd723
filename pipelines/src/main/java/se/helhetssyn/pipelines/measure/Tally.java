package se.helhetssyn.pipelines.measure;

import java.util.Arrays;

/**
 * Whole numbers in flat arrays: for each key that has been met a sheet, and on it a row of columns
 * for each period that has been met there. What is looked up is the sheet; its periods are found by
 * their number.
 */
final class Tally {
  private static final int FIRST_SHEETS = 64;
  private static final int FIRST_ROWS = 1024;

  private final int periods;
  private final int columns;

  private long[] keys = new long[FIRST_SHEETS];
  private int[] slots = new int[2 * FIRST_SHEETS];
  private int sheets;

  /** By sheet and period, one more than the number of the row; 0 for none. */
  private int[] rows;

  private int[] sheetOf = new int[FIRST_ROWS];
  private int[] periodOf = new int[FIRST_ROWS];
  private long[] values;
  private int size;

  /**
   * @param periods how many there are
   * @param columns numbers in a row
   */
  Tally(int periods, int columns) {
    this.periods = periods;
    this.columns = columns;
    this.rows = new int[FIRST_SHEETS * periods];
    this.values = new long[FIRST_ROWS * columns];
  }

  /** The sheet of a key, empty when it is new. */
  int sheet(long key) {
    int at = place(key);
    if (slots[at] == 0) {
      if (sheets == keys.length) {
        moreSheets();
        at = place(key);
      }
      keys[sheets] = key;
      slots[at] = ++sheets;
    }
    return slots[at] - 1;
  }

  /** Where a key is, or would be. */
  private int place(long key) {
    int mask = slots.length - 1;
    int at = hash(key) & mask;
    while (slots[at] != 0 && keys[slots[at] - 1] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /** The last steps of MurmurHash3, after which any bits tell keys apart. */
  private static int hash(long key) {
    long mixed = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return (int) (mixed ^ (mixed >>> 33));
  }

  private void moreSheets() {
    keys = Arrays.copyOf(keys, 2 * sheets);
    rows = Arrays.copyOf(rows, 2 * sheets * periods);
    slots = new int[4 * sheets];
    for (int sheet = 0; sheet < sheets; sheet++) {
      slots[place(keys[sheet])] = sheet + 1;
    }
  }

  /** The row of a period on a sheet, zero everywhere when it is new. */
  int row(int sheet, int period) {
    int at = sheet * periods + period;
    if (rows[at] == 0) {
      if (size == sheetOf.length) {
        moreRows();
      }
      sheetOf[size] = sheet;
      periodOf[size] = period;
      Arrays.fill(values, size * columns, (size + 1) * columns, 0);
      rows[at] = ++size;
    }
    return rows[at] - 1;
  }

  private void moreRows() {
    sheetOf = Arrays.copyOf(sheetOf, 2 * size);
    periodOf = Arrays.copyOf(periodOf, 2 * size);
    values = Arrays.copyOf(values, 2 * size * columns);
  }

  /** How many rows there are; they are numbered as they came. */
  int size() {
    return size;
  }

  int sheetOf(int row) {
    return sheetOf[row];
  }

  long key(int sheet) {
    return keys[sheet];
  }

  int period(int row) {
    return periodOf[row];
  }

  long get(int row, int column) {
    return values[row * columns + column];
  }

  void add(int row, int column, long amount) {
    values[row * columns + column] += amount;
  }

  void set(int row, int column, long value) {
    values[row * columns + column] = value;
  }

  /** Forgets every key. */
  void clear() {
    for (int row = 0; row < size; row++) {
      rows[sheetOf[row] * periods + periodOf[row]] = 0;
    }
    if (sheets > slots.length / 8) {
      Arrays.fill(slots, 0);
    } else {
      // In reverse order nothing stands between a key's place and where its search begins.
      for (int sheet = sheets - 1; sheet >= 0; sheet--) {
        slots[place(keys[sheet])] = 0;
      }
    }
    sheets = 0;
    size = 0;
  }
}
