package se.helhetssyn.pipelines.intake;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * A canonical table as it came, before any value is believed.
 *
 * @param schema what it should be
 * @param rows every column of the schema as text (null where empty), {@link #BROKEN} for a row
 *     whose columns could not be told apart, and {@link #FILE} for where it came from
 */
public record RawTable(TableSchema schema, Dataset<Row> rows) {
  /**
   * Column of mapped tables: digest of what a row is held against the same row of another delivery
   * by; null where its canonical values are.
   */
  public static final String COMPARED = "_compared";

  /** Column: true for a row that could not be split into its columns. */
  public static final String BROKEN = "_broken";

  /** Column: number of the data row in its file, from 1. */
  public static final String ROW = "_row";

  /** Column: name of the file. */
  public static final String FILE = "_file";
}
