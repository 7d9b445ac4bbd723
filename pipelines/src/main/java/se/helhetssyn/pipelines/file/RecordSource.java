package se.helhetssyn.pipelines.file;

import java.io.Closeable;
import java.io.IOException;

/** Records of text, one after the other. A blank line or row is no record. */
public interface RecordSource extends Closeable {
  /**
   * Goes to the next record.
   *
   * @return false after the last one
   * @throws IOException if the file cannot be read on; the message holds nothing of its content
   */
  boolean next() throws IOException;

  /** Number of values of the current record; 0 where they cannot be told apart. */
  int size();

  /** Value number {@code i} from 0 of the current record; empty where the file has none. */
  CharSequence value(int i);
}
