package se.helhetssyn.pipelines.file;

import java.io.Serializable;
import java.util.List;

/**
 * How the text of a delivered file is to be read, as it was found out from the file itself and from
 * what was known of it beforehand.
 *
 * @param kind what sort of file it is
 * @param encoding name of the character set that its bytes are read in; of no meaning for a
 *     workbook or Parquet
 * @param encodedTwice whether UTF-8 was taken for Windows-1252 and encoded once more, which has to
 *     be undone in every value
 * @param delimiter character between values
 * @param sheet name of the sheet of a workbook; empty for the first and for other kinds
 * @param header its columns, in their order
 * @param chunks the data rows in parts that can be read one by one, in order; title rows, the
 *     header and rows of totals lie outside. A workbook and Parquet have none: they are read whole
 * @param skippedAbove records above the first data row, the header among them
 * @param rows data rows in all; records after them are no rows (totals)
 */
public record FileForm(
    Kind kind,
    String encoding,
    boolean encodedTwice,
    char delimiter,
    String sheet,
    List<String> header,
    List<Chunk> chunks,
    int skippedAbove,
    long rows)
    implements Serializable {
  public FileForm {
    header = List.copyOf(header);
    chunks = List.copyOf(chunks);
  }

  /** Sorts of files that can be read. */
  public enum Kind {
    /** Text with a delimiter, quoted after RFC 4180. */
    CSV,
    /** A workbook, Office Open XML. */
    XLSX,
    /** Apache Parquet. */
    PARQUET
  }
}
