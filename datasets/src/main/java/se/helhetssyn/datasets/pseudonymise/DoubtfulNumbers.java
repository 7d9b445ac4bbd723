package se.helhetssyn.datasets.pseudonymise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import se.helhetssyn.datasets.identity.IdentityNumber;
import se.helhetssyn.datasets.identity.IdentityNumbers;

/**
 * Tells what numbers mean that pass as identity numbers and may be something else: ten digits alone
 * (of running numbers about one in 130 passes by chance), and a day and a time with a blank between
 * them (one in ten). Where a cell holds more than such a number, and in a column where one value in
 * ten has letters, they are always taken for persons; in a column of figures if at least half of
 * its values of these shapes pass.
 */
final class DoubtfulNumbers {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{10}|[0-9]{6}(?:[0-9]{2})? [0-9]{4}");

  private static final class Column {
    private long values;
    private long withLetters;
    private long shaped;
    private long passing;

    boolean isText() {
      return 10 * withLetters >= values;
    }
  }

  private final List<Column> columns = new ArrayList<>();

  /** Whether a number may be something else. */
  static boolean isOne(IdentityNumber number) {
    return switch (number.form()) {
      case TEN -> true;
      case EIGHT_BLANK_FOUR, SIX_BLANK_FOUR -> number.timeLike();
      case TWELVE, EIGHT_SIGN_FOUR, SIX_SIGN_FOUR -> false;
    };
  }

  /** Takes in a row. */
  void add(RawRecords row) {
    while (columns.size() < row.size()) {
      columns.add(new Column());
    }
    for (int cell = 0; cell < row.size(); cell++) {
      add(columns.get(cell), row, cell);
    }
  }

  private static void add(Column column, RawRecords row, int cell) {
    if (row.length(cell) == 0) {
      return;
    }
    column.values++;
    if (row.hasLetter(cell)) {
      column.withLetters++;
    } else if (isWhole(row, cell)) {
      column.shaped++;
      column.passing += IdentityNumbers.in(row.raw(cell)).isEmpty() ? 0 : 1;
    }
  }

  private static boolean isWhole(RawRecords row, int cell) {
    return row.length(cell) >= IdentityNumbers.FEWEST_DIGITS
        && SHAPE.matcher(Cell.core(row.raw(cell))).matches();
  }

  /** Whether they are persons in a cell; so too in a column that was never seen. */
  boolean arePersons(RawRecords row, int cell) {
    if (cell >= columns.size() || !isWhole(row, cell)) {
      return true;
    }
    Column column = columns.get(cell);
    return column.isText() || 2 * column.passing >= column.shaped;
  }
}
