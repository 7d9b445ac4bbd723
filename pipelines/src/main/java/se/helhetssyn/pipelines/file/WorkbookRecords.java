package se.helhetssyn.pipelines.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The rows of one sheet of a workbook as text, see {@link CellText}. Formulas are not computed:
 * what the workbook last showed is read. Rows without content are no records, and a record ends
 * with its last cell that has any.
 */
public final class WorkbookRecords implements RecordSource {
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final CellText text = new CellText();
  private final List<String> values = new ArrayList<>();

  private WorkbookRecords(ReadableWorkbook workbook, Stream<Row> stream) {
    this.workbook = workbook;
    this.stream = stream;
    rows = stream.iterator();
  }

  /** Opens a sheet of a workbook within the usual limits. */
  public static WorkbookRecords open(Path file, String sheet) throws IOException {
    return open(file, sheet, WorkbookLimits.USUAL);
  }

  /**
   * Opens a sheet of a workbook, which is unpacked once before to see that it keeps to the limits.
   *
   * @param sheet its name; empty for the first
   * @throws FileTooLargeException if it does not keep to the limits
   * @throws IOException if it is no sound workbook or has no such sheet
   */
  public static WorkbookRecords open(Path file, String sheet, WorkbookLimits limits)
      throws IOException {
    WorkbookCheck.check(file, limits);
    try {
      ReadableWorkbook workbook =
          new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
      try {
        return new WorkbookRecords(workbook, find(workbook, sheet).openStream());
      } catch (IOException | RuntimeException e) {
        workbook.close();
        throw e;
      }
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private static Sheet find(ReadableWorkbook workbook, String sheet) throws IOException {
    Optional<Sheet> found = sheet.isEmpty() ? workbook.getSheet(0) : workbook.findSheet(sheet);
    return found.orElseThrow(() -> new IOException("no such sheet in the workbook"));
  }

  @Override
  public boolean next() throws IOException {
    try {
      while (rows.hasNext()) {
        read(rows.next());
        if (!values.stream().allMatch(String::isBlank)) {
          return true;
        }
      }
      values.clear();
      return false;
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private void read(Row row) {
    values.clear();
    for (Cell cell : row) {
      values.add(cell == null ? "" : text.of(cell));
    }
    while (!values.isEmpty() && values.getLast().isEmpty()) {
      values.removeLast();
    }
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public CharSequence value(int i) {
    return values.get(i);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }

  /** The library's own message may quote the file, so it is not passed on. */
  private static IOException damaged(RuntimeException e) {
    return new IOException("not readable as a workbook (%s)".formatted(e.getClass().getName()));
  }
}
