package se.helhetssyn.pipelines.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.TableSchema;

/** Raw rows made from the text of files, without the files. */
final class TextTable {
  private TextTable() {}

  /**
   * The rows of a table. A row that has not as many values as the header is broken.
   *
   * @param files name → text with a header of some of the table's columns
   */
  static RawTable raw(SparkSession spark, TableSchema schema, Map<String, String> files) {
    StructType type = new StructType();
    for (String column : schema.columns()) {
      type = type.add(column, DataTypes.StringType);
    }
    type = type.add(RawTable.BROKEN, DataTypes.BooleanType);
    type = type.add(RawTable.FILE, DataTypes.StringType).add(RawTable.ROW, DataTypes.LongType);
    List<Row> rows = new ArrayList<>();
    files.forEach((file, text) -> rows.addAll(rows(schema, file, text)));
    return new RawTable(schema, spark.createDataFrame(rows, type));
  }

  private static List<Row> rows(TableSchema schema, String file, String text) {
    List<CsvRecord> records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)
            .stream()
            .toList();
    List<String> header = records.getFirst().getFields();
    List<Row> rows = new ArrayList<>();
    for (CsvRecord entry : records.subList(1, records.size())) {
      List<@Nullable Object> values = new ArrayList<>();
      for (String column : schema.columns()) {
        int at = header.indexOf(column);
        values.add(at < 0 || at >= entry.getFieldCount() ? null : entry.getField(at));
      }
      values.add(entry.getFieldCount() != header.size());
      values.add(file);
      values.add((long) rows.size() + 1);
      rows.add(RowFactory.create(values.toArray()));
    }
    return rows;
  }

  /** Data rows of a file's text. */
  static long count(String text) {
    return text.lines().count() - 1;
  }
}
