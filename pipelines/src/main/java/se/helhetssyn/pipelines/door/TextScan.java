package se.helhetssyn.pipelines.door;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One pass over the bytes of a text in which ASCII stands for itself. It parts records and values
 * as the reader of the rows does (RFC 4180; a quote is special at the start of a value and, in such
 * a value, everywhere after it; CR, LF and CRLF end a record; a blank line is none), and lets every
 * value be searched.
 */
final class TextScan {
  /** Longest record, in bytes. */
  static final int LONGEST_RECORD = 1 << 20;

  private static final int READ = 1 << 16;

  private final Expectation expected;
  private final HeaderSearch search;
  private final IdentityWatch watch;
  private final EncodingEvidence encoding;
  private final RowCount rows;
  private final byte delimiter;
  private final boolean wide;
  private final boolean[] special = new boolean[256];

  private byte[] buffer = new byte[2 * READ];
  private int limit;
  private int position;
  private int recordStart;
  private int valueStart;
  private long offset;
  private byte mixed;
  private boolean inQuotes;
  private boolean quoted;
  private boolean afterReturn;
  private boolean seeking = true;
  private int values;
  private int firstEnd;
  private final List<String> cells = new ArrayList<>();
  private Optional<Reason> fault = Optional.empty();

  /**
   * A scan with what it reports to.
   *
   * @param delimiter character between values, of ASCII
   * @param offset bytes in the file before the first (a mark of byte order)
   * @param wide whether the file has two bytes where the scan sees one character
   */
  TextScan(
      Expectation expected,
      HeaderSearch search,
      IdentityWatch watch,
      EncodingEvidence encoding,
      char delimiter,
      long offset,
      boolean wide) {
    this.expected = expected;
    this.search = search;
    this.watch = watch;
    this.encoding = encoding;
    this.delimiter = (byte) delimiter;
    this.offset = offset;
    this.wide = wide;
    rows = new RowCount(!wide);
    for (char c : new char[] {delimiter, '"', '\r', '\n', '\0'}) {
      special[c] = true;
    }
  }

  /** Reads to the end, or to where the text cannot be read on. */
  void run(InputStream in) throws IOException {
    int read = in.read(buffer, 0, READ);
    while (read >= 0 && fault.isEmpty()) {
      limit += read;
      scan();
      makeRoom();
      read = fault.isPresent() ? -1 : in.read(buffer, limit, Math.min(READ, buffer.length - limit));
    }
    boolean open = inQuotes && holdsLines();
    if (fault.isEmpty() && recordStart < limit) {
      endRecord(limit, limit);
    }
    if (fault.isEmpty() && open) {
      fault = Optional.of(Reason.OPEN_QUOTE);
    }
  }

  /** Whether the value under way goes on after a line break, so that it has swallowed records. */
  private boolean holdsLines() {
    return utf8(valueStart, limit).lines().filter(line -> !line.isEmpty()).count() > 1;
  }

  /** Why the text cannot be read; empty if it was read to its end. */
  Optional<Reason> fault() {
    return fault;
  }

  RowCount rows() {
    return rows;
  }

  private void scan() {
    byte[] bytes = buffer;
    int at = position;
    while (at < limit && fault.isEmpty()) {
      byte seen = mixed;
      byte b;
      do {
        b = bytes[at++];
        seen |= b;
      } while (at < limit && !special[b & 0xFF]);
      mixed = seen;
      if (special[b & 0xFF]) {
        signal(b, at - 1);
      }
    }
    position = at;
    if (limit - recordStart > LONGEST_RECORD) {
      fault = Optional.of(Reason.LONG_RECORD);
    }
  }

  private void signal(byte b, int at) {
    if (b == 0) {
      fault = Optional.of(Reason.NUL);
    } else if (b == '"') {
      quoted |= at == valueStart;
      inQuotes ^= quoted;
    } else if (!inQuotes) {
      if (b == delimiter) {
        endValue(at);
        valueStart = at + 1;
      } else if (b == '\n' && afterReturn && at == recordStart) {
        afterReturn = false;
        begin(at + 1);
      } else {
        endRecord(at, at + 1);
        afterReturn = b == '\r';
      }
    }
  }

  private void begin(int next) {
    offset += length(recordStart, next);
    recordStart = next;
    valueStart = next;
    mixed = 0;
  }

  private void endValue(int end) {
    boolean ascii = mixed >= 0;
    String text = ascii ? "" : unquoted(encoding.read(buffer, valueStart, end));
    if (ascii) {
      int mark = quoted && end - valueStart > 1 && buffer[end - 1] == '"' ? 1 : 0;
      watch.see(buffer, valueStart + mark, end - mark, values);
    } else {
      watch.see(text, values);
    }
    if (seeking && values <= HeaderSearch.MOST_COLUMNS) {
      cells.add(ascii ? unquoted(utf8(valueStart, end)) : text);
    }
    firstEnd = values == 0 ? end : firstEnd;
    values++;
    mixed = 0;
    quoted = false;
    inQuotes = false;
  }

  private void endRecord(int end, int next) {
    boolean blank = values == 0 && end == valueStart;
    if (!blank) {
      endValue(end);
      record(end, next);
    }
    if (next - recordStart > LONGEST_RECORD) {
      fault = Optional.of(Reason.LONG_RECORD);
    }
    values = 0;
    cells.clear();
    begin(next);
  }

  private void record(int end, int next) {
    if (!seeking) {
      rows.add(offset, offset + length(recordStart, next), isLikeTail(end));
    } else if (values > HeaderSearch.MOST_COLUMNS) {
      fault = Optional.of(Reason.TOO_MANY_COLUMNS);
    } else if (!search.seek(cells)) {
      seeking = false;
      watch.columns(search.header(), expected.kinds());
      fault = search.header().isEmpty() ? Optional.of(Reason.NO_HEADER) : Optional.empty();
    }
  }

  private boolean isLikeTail(int end) {
    boolean empty = end - recordStart == values - 1;
    return expected.totals() && (empty || isTotal());
  }

  private boolean isTotal() {
    return TailWords.mayBegin(buffer, recordStart, firstEnd)
        && TailWords.isTotal(
            unquoted(utf8(recordStart, firstEnd)), values < search.header().size());
  }

  private String utf8(int from, int to) {
    return new String(buffer, from, to - from, StandardCharsets.UTF_8);
  }

  private static String unquoted(String value) {
    if (!value.startsWith("\"")) {
      return value;
    }
    int end = value.length() > 1 && value.endsWith("\"") ? value.length() - 1 : value.length();
    return value.substring(1, end).replace("\"\"", "\"");
  }

  /** Bytes in the file that a part of the buffer stands for. */
  private int length(int from, int to) {
    if (!wide) {
      return to - from;
    }
    int bytes = 0;
    for (int i = from; i < to; i++) {
      bytes += (buffer[i] & 0xC0) == 0x80 ? 0 : (buffer[i] & 0xF8) == 0xF0 ? 4 : 2;
    }
    return bytes;
  }

  /** Moves the record under way to the front. */
  private void makeRoom() {
    int kept = limit - recordStart;
    byte[] target = kept + READ > buffer.length ? new byte[2 * buffer.length] : buffer;
    System.arraycopy(buffer, recordStart, target, 0, kept);
    buffer = target;
    position -= recordStart;
    valueStart -= recordStart;
    firstEnd -= recordStart;
    limit = kept;
    recordStart = 0;
  }
}
