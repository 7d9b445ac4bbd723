package se.helhetssyn.datasets.pseudonymise;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Reads delimited text record by record without losing a character: all records' texts, one after
 * another, are the file. A quote is special only where a cell begins, and two stand for one inside
 * (RFC 4180); lines end with CR, LF or both.
 */
final class RawRecords implements Closeable {
  /** A longer record is a quote that was never closed, or no text at all. */
  static final int LONGEST = 1 << 20;

  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int END = -1;

  private final Reader in;
  private final char delimiter;
  private final char[] buffer = new char[BUFFER];
  private int filled;
  private int position;

  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int size;
  private long number;

  RawRecords(Reader in, char delimiter) {
    this.in = in;
    this.delimiter = delimiter;
  }

  /**
   * Reads the next record; false at the end of the file. Throws {@link Stopped} for a record that
   * is too long and for a quote that is still open at the end.
   */
  boolean next() throws IOException {
    text.setLength(0);
    size = 0;
    if (peek() == END) {
      return false;
    }
    number++;
    int start = 0;
    if (number == 1 && peek() == BYTE_ORDER_MARK) {
      take();
      start = 1;
    }
    while (cell(start)) {
      start = text.length();
    }
    return true;
  }

  /** Reads one cell and the delimiter or the line end after it; true if another cell follows. */
  private boolean cell(int start) throws IOException {
    boolean wasQuoted = peek() == '"';
    boolean open = false;
    for (int next = peek(); next != END; next = peek()) {
      if (next == '"' && wasQuoted && (open || opensAt(start))) {
        open = !open;
      } else if (!open && (next == delimiter || next == '\r' || next == '\n')) {
        return endOfCell(start, next);
      }
      take();
    }
    if (open) {
      throw Stopped.badInput("post %d har ett citattecken som aldrig stängs".formatted(number));
    }
    cellBetween(start, text.length());
    return false;
  }

  /** A quote opens where the cell begins, and again right after the one that closed it. */
  private boolean opensAt(int start) {
    return text.length() == start || text.charAt(text.length() - 1) == '"';
  }

  private boolean endOfCell(int start, int mark) throws IOException {
    cellBetween(start, text.length());
    take();
    if (mark == '\r' && peek() == '\n') {
      take();
    }
    return mark == delimiter;
  }

  private void cellBetween(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    starts[size] = start;
    ends[size++] = end;
  }

  private int peek() throws IOException {
    if (position == filled) {
      filled = in.read(buffer);
      position = 0;
      if (filled <= 0) {
        filled = 0;
        return END;
      }
    }
    return buffer[position];
  }

  private void take() {
    text.append(buffer[position++]);
    if (text.length() > LONGEST) {
      throw Stopped.badInput(
          "post %d är för lång: är ett citattecken aldrig stängt?".formatted(number));
    }
  }

  /** The record as it is written, with its line end. */
  CharSequence text() {
    return text;
  }

  /** Its number in the file, from 1. */
  long number() {
    return number;
  }

  /** How many cells it has; an empty line has one. */
  int size() {
    return size;
  }

  /** How many characters a cell has. */
  int length(int cell) {
    return ends[cell] - starts[cell];
  }

  /** Whether a letter of any alphabet is in a cell. */
  boolean hasLetter(int cell) {
    for (int i = starts[cell]; i < ends[cell]; i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Where a cell begins in the text, its quote included. */
  int start(int cell) {
    return starts[cell];
  }

  /** Where a cell has ended in the text. */
  int end(int cell) {
    return ends[cell];
  }

  /** A cell as it is written. */
  String raw(int cell) {
    return text.substring(starts[cell], ends[cell]);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
