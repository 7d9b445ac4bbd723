package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.List;
import java.util.Optional;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.wording.SwedishNumbers;

/**
 * A table whose cells may lead somewhere.
 *
 * @param caption what it shows
 * @param columns headings; the first column heads the rows
 * @param rows one cell per column; at most {@value #MOST_ROWS}
 * @param size how many rows there are in all
 */
record LinkedTable(String caption, List<String> columns, List<List<Cell>> rows, int size) {
  static final int MOST_ROWS = 100;

  /**
   * One cell.
   *
   * @param words what stands in it
   * @param href where it leads; empty for nowhere
   */
  record Cell(String words, Optional<String> href) {
    static Cell of(String words) {
      return new Cell(words, Optional.empty());
    }

    static Cell to(String href, String words) {
      return new Cell(words, Optional.of(href));
    }
  }

  LinkedTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The table with its first rows; the others are only counted. */
  static LinkedTable of(String caption, List<String> columns, List<List<Cell>> rows) {
    List<List<Cell>> first = rows.subList(0, Math.min(rows.size(), MOST_ROWS));
    return new LinkedTable(caption, columns, first, rows.size());
  }

  /** A row that leads nowhere. */
  static List<Cell> plain(String... words) {
    return List.of(words).stream().map(Cell::of).toList();
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The words alone. */
  DataTable data() {
    return new DataTable(
        caption,
        columns,
        rows.stream().map(row -> row.stream().map(Cell::words).toList()).toList());
  }

  /** Says how many rows are left out; empty where none is. */
  Optional<String> cut() {
    return size == rows.size()
        ? Optional.empty()
        : Optional.of(
            text("quality.cut", SwedishNumbers.whole(rows.size()), SwedishNumbers.whole(size)));
  }
}
