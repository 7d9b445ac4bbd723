package se.helhetssyn.pipelines.reading;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.helhetssyn.pipelines.file.Chunk;
import se.helhetssyn.pipelines.file.CsvRecords;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.file.ParquetRecords;
import se.helhetssyn.pipelines.file.RecordSource;
import se.helhetssyn.pipelines.file.WorkbookRecords;

/**
 * A chunk of a text file, or the whole of another file.
 *
 * @param path where the file lies, as text because paths cannot be sent to executors
 * @param name what its rows call it
 * @param form the file's form, without its chunks
 * @param chunk which bytes, for a text file
 * @param rows data rows in it
 */
record FilePart(String path, String name, FileForm form, Chunk chunk, long rows)
    implements Serializable {
  /** All parts of a file, in order. */
  static Stream<FilePart> of(Delivered file) {
    FileForm form = file.form();
    List<Chunk> chunks =
        form.kind() == FileForm.Kind.CSV ? form.chunks() : List.of(new Chunk(0, 0, 1));
    return IntStream.range(0, chunks.size())
        .mapToObj(i ->
            new FilePart(
                file.path().toString(),
                file.name(),
                withoutChunks(form),
                chunks.get(i),
                firstRow(form, chunks, i + 1) - firstRow(form, chunks, i)));
  }

  private static long firstRow(FileForm form, List<Chunk> chunks, int i) {
    return i == chunks.size() ? form.rows() + 1 : chunks.get(i).firstRow();
  }

  private static FileForm withoutChunks(FileForm form) {
    return new FileForm(
        form.kind(),
        form.encoding(),
        form.encodedTwice(),
        form.delimiter(),
        form.sheet(),
        form.header(),
        List.of(),
        form.skippedAbove(),
        form.rows());
  }

  /** How much work it is to read. */
  long values() {
    return rows * form.header().size();
  }

  /** Its records, from the first data row on. */
  RecordSource open() throws IOException {
    Path file = Path.of(path);
    return switch (form.kind()) {
      case CSV -> CsvRecords.open(file, form, chunk);
      case XLSX -> belowHeader(WorkbookRecords.open(file, form.sheet()));
      case PARQUET -> belowHeader(ParquetRecords.open(file));
    };
  }

  private RecordSource belowHeader(RecordSource records) throws IOException {
    try {
      for (int i = 0; i < form.skippedAbove(); i++) {
        records.next();
      }
      return records;
    } catch (IOException e) {
      records.close();
      throw e;
    }
  }

  /**
   * Whether the values of a record with so many cannot be told apart. A row of a workbook ends with
   * its last cell that has content, so that it may be short.
   */
  boolean broken(int values) {
    return form.kind() == FileForm.Kind.XLSX
        ? values > form.header().size()
        : values != form.header().size();
  }

  /** Whether records may follow that are no data rows; those of a text file lie outside. */
  boolean mayHaveMore() {
    return form.kind() != FileForm.Kind.CSV;
  }
}
