package se.helhetssyn.pipelines.reading;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Delivered files of one table as one Spark table. */
public final class DeliveredRows {
  /** Column, truth: the values of the row could not be told apart, and are therefore missing. */
  public static final String BROKEN = "_broken";

  /** Column, text: the name of the row's file. */
  public static final String FILE = "_file";

  /** Column, whole number: which data row of its file it is, from 1. */
  public static final String ROW = "_row";

  private DeliveredRows() {}

  /**
   * Reads files as one table: a row per data row of every file, with each column as text, then
   * {@link #BROKEN}, {@link #FILE} and {@link #ROW}. A value is null where its file lacks the
   * column and where it is empty, quoted or not. Nothing is read before the rows are asked for;
   * then only the columns that are needed are made. A file that does not hold the rows that its
   * form counts fails the query.
   *
   * @param columns names as in the files' headers, none of them twice
   * @param files their columns may differ; without any the table is empty
   */
  public static Dataset<Row> read(SparkSession spark, List<String> columns, List<Delivered> files) {
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType, true);
    }
    return spark
        .read()
        .format(DeliveredSource.class.getName())
        .schema(
            schema
                .add(BROKEN, DataTypes.BooleanType, false)
                .add(FILE, DataTypes.StringType, false)
                .add(ROW, DataTypes.LongType, false))
        .option(DeliveredSource.FILES, DeliveredSource.written(files))
        .load();
  }
}
