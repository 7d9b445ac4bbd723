package se.helhetssyn.pipelines.door;

import java.util.ArrayList;
import java.util.List;
import se.helhetssyn.pipelines.file.Chunk;

/**
 * Counts data rows and parts them into chunks. Records that look like totals are rows after all if
 * an ordinary one follows.
 */
final class RowCount {
  private static final long CHUNK = 16L << 20;

  private final List<Chunk> chunks = new ArrayList<>();
  private final boolean divisible;
  private long start = -1;
  private long end;
  private long firstRow = 1;
  private long rows;
  private long atTail;

  /** Counts the rows of a file whose text can be divided, or must be one chunk. */
  RowCount(boolean divisible) {
    this.divisible = divisible;
  }

  /**
   * One more record.
   *
   * @param from its first byte
   * @param to the byte after it
   * @param likeTail whether it is no row if it is among the last
   */
  void add(long from, long to, boolean likeTail) {
    if (start < 0) {
      start = from;
    }
    if (likeTail) {
      atTail++;
      return;
    }
    rows += atTail;
    atTail = 0;
    if (divisible && to - start > CHUNK && rows >= firstRow) {
      chunks.add(new Chunk(start, from - start, firstRow));
      start = from;
      firstRow = rows + 1;
    }
    rows++;
    end = to;
  }

  long rows() {
    return rows;
  }

  /** Records at the end that are no rows. */
  long tail() {
    return atTail;
  }

  /** All rows in chunks; none for a file without rows. */
  List<Chunk> chunks() {
    List<Chunk> all = new ArrayList<>(chunks);
    if (rows > 0) {
      all.add(new Chunk(start, end - start, firstRow));
    }
    return all;
  }
}
