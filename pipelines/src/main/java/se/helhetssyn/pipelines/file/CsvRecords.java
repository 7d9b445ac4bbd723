package se.helhetssyn.pipelines.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The records of one chunk of a text file with a delimiter. Lines end with CR, LF or both; a quote
 * is special only at the start of a value, and within such a value a doubled quote stands for one.
 * What stands between a closing quote and the delimiter belongs to the value. A line without any
 * character is no record. A record whose quote is never closed has size 0.
 */
public final class CsvRecords implements RecordSource {
  private final CloseableIterator<Fields> records;
  private final boolean encodedTwice;
  private Fields fields = new Fields();
  private boolean ended;

  private CsvRecords(CloseableIterator<Fields> records, boolean encodedTwice) {
    this.records = records;
    this.encodedTwice = encodedTwice;
  }

  /** Opens a chunk of a file of the given form. */
  public static CsvRecords open(Path file, FileForm form, Chunk chunk) throws IOException {
    Reader text =
        new InputStreamReader(ChunkStream.open(file, chunk), Charset.forName(form.encoding()));
    return new CsvRecords(reader(text, form.delimiter()).iterator(), form.encodedTwice());
  }

  /**
   * Text after a closing quote is allowed, although the library advises against it: otherwise one
   * such line would end the reading of all that follow.
   */
  @SuppressWarnings("removal")
  private static CsvReader<Fields> reader(Reader text, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(false)
        .build(new Fields(), text);
  }

  @Override
  public boolean next() throws IOException {
    try {
      boolean found = !ended && records.hasNext();
      if (found) {
        fields = records.next();
      }
      return found;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() != null) {
        throw new IOException("a record cannot be read", e.getCause());
      }
      ended = true;
      fields = new Fields();
      return true;
    }
  }

  @Override
  public int size() {
    return fields.size();
  }

  @Override
  public String value(int i) {
    String value = fields.value(i);
    return encodedTwice ? DoubleEncoding.undone(value) : value;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  /** The values of the current record, one after the other in a room that is used again. */
  private static final class Fields extends AbstractBaseCsvCallbackHandler<Fields> {
    private char[] text = new char[1024];
    private int[] ends = new int[64];

    private int size() {
      return getFieldCount();
    }

    private String value(int i) {
      int start = start(i);
      return new String(text, start, ends[i] - start);
    }

    private int start(int i) {
      return i == 0 ? 0 : ends[i - 1];
    }

    @Override
    protected void handleField(int i, char[] buffer, int offset, int length, boolean quoted) {
      int start = start(i);
      if (i == ends.length) {
        ends = Arrays.copyOf(ends, 2 * i);
      }
      if (start + length > text.length) {
        text = Arrays.copyOf(text, 2 * (start + length));
      }
      System.arraycopy(buffer, offset, text, start, length);
      ends[i] = start + length;
    }

    @Override
    protected Fields buildRecord() {
      return this;
    }
  }
}
