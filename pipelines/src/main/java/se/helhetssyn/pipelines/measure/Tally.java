package se.helhetssyn.pipelines.measure;

import java.util.Arrays;

/**
 * Whole numbers in flat arrays: for each key that has been met a sheet, and on it a row of columns
 * for each period that has been met there. Nothing is searched for: keys and periods are places.
 */
final class Tally {
  private static final int FIRST_SHEETS = 64;
  private static final int FIRST_ROWS = 1024;
  private static final int MOST_FORGOTTEN = 1 << 30;

  private final int periods;
  private final int columns;

  /** By key, how many sheets had ever been begun with its own; those forgotten count as none. */
  private final int[] sheetAt;

  private int forgottenSheets;

  /** By sheet and period, the same of rows. */
  private int[] rowAt;

  private int forgottenRows;

  private int[] keys = new int[FIRST_SHEETS];
  private int sheets;

  private int[] sheetOf = new int[FIRST_ROWS];
  private int[] periodOf = new int[FIRST_ROWS];

  /** Zero beyond the last row. */
  private long[] values;

  private int size;

  /**
   * @param keys how many there can be
   * @param periods how many there are
   * @param columns numbers in a row
   */
  Tally(int keys, int periods, int columns) {
    this.periods = periods;
    this.columns = columns;
    this.sheetAt = new int[keys];
    this.rowAt = new int[FIRST_SHEETS * periods];
    this.values = new long[FIRST_ROWS * columns];
  }

  /** The sheet of a key, empty when it is new. */
  int sheet(int key) {
    if (sheetAt[key] <= forgottenSheets) {
      if (sheets == keys.length) {
        keys = Arrays.copyOf(keys, 2 * sheets);
        rowAt = Arrays.copyOf(rowAt, 2 * sheets * periods);
      }
      keys[sheets] = key;
      sheetAt[key] = forgottenSheets + ++sheets;
    }
    return sheetAt[key] - forgottenSheets - 1;
  }

  /** The row of a period on a sheet, zero everywhere when it is new. */
  int row(int sheet, int period) {
    int at = sheet * periods + period;
    if (rowAt[at] <= forgottenRows) {
      if (size == sheetOf.length) {
        sheetOf = Arrays.copyOf(sheetOf, 2 * size);
        periodOf = Arrays.copyOf(periodOf, 2 * size);
        values = Arrays.copyOf(values, 2 * size * columns);
      }
      sheetOf[size] = sheet;
      periodOf[size] = period;
      rowAt[at] = forgottenRows + ++size;
    }
    return rowAt[at] - forgottenRows - 1;
  }

  /** How many rows there are; they are numbered as they came. */
  int size() {
    return size;
  }

  int sheetOf(int row) {
    return sheetOf[row];
  }

  int key(int sheet) {
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
    Arrays.fill(values, 0, size * columns, 0);
    forgottenSheets += sheets;
    forgottenRows += size;
    sheets = 0;
    size = 0;
    if (forgottenSheets > MOST_FORGOTTEN || forgottenRows > MOST_FORGOTTEN) {
      Arrays.fill(sheetAt, 0);
      Arrays.fill(rowAt, 0);
      forgottenSheets = 0;
      forgottenRows = 0;
    }
  }
}
