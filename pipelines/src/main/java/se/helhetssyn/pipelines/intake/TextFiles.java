package se.helhetssyn.pipelines.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Reads delivered files as text columns; nothing is converted and no row is lost. */
public final class TextFiles {
  private static final String CORRUPT = "_corrupt_record";

  private final SparkSession spark;

  public TextFiles(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Reads files as one table.
   *
   * @param columns columns of the result, all of them text; one that a file lacks is null there
   * @param files file → its own columns in their order, as {@link FileHeader} read them
   */
  public Dataset<Row> read(List<String> columns, Map<Path, List<String>> files) {
    Map<Form, List<Path>> alike = new LinkedHashMap<>();
    files.forEach((f, header) ->
        alike
            .computeIfAbsent(new Form(FileHeader.isParquet(f), header), form -> new ArrayList<>())
            .add(f));
    return alike.entrySet().stream()
        .map(group -> select(rows(group.getKey(), group.getValue()), columns, group.getKey()))
        .reduce(Dataset::unionByName)
        .orElseThrow(() -> new IllegalArgumentException("no files"));
  }

  /** What files must share to be read together. */
  private record Form(boolean parquet, List<String> header) {}

  private Dataset<Row> rows(Form form, List<Path> files) {
    List<String> header = form.header();
    String[] paths = files.stream().map(f -> f.toUri().toString()).toArray(String[]::new);
    if (form.parquet()) {
      Dataset<Row> rows = spark.read().parquet(paths);
      Column[] texts =
          header.stream().map(c -> col(quoted(c)).cast("string").as(c)).toArray(Column[]::new);
      return rows.select(texts)
          .withColumn(RawTable.BROKEN, lit(false))
          .withColumn(RawTable.FILE, lit(files.getFirst().getFileName().toString()));
    }
    StructType schema = new StructType();
    for (String column : header) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return spark
        .read()
        .schema(schema.add(CORRUPT, DataTypes.StringType))
        .option("header", true)
        .option("multiLine", true)
        .option("quote", "\"")
        .option("escape", "\"")
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", CORRUPT)
        .option("emptyValue", "")
        .option("maxCharsPerColumn", -1)
        .csv(paths)
        .withColumn(RawTable.BROKEN, col(CORRUPT).isNotNull())
        .withColumn(RawTable.FILE, col("_metadata.file_name"));
  }

  private static Dataset<Row> select(Dataset<Row> rows, List<String> columns, Form form) {
    List<Column> selected = new ArrayList<>();
    for (String column : columns) {
      Column text = form.header().contains(column) ? col(quoted(column)) : lit(null).cast("string");
      selected.add(text.as(column));
    }
    selected.add(col(RawTable.BROKEN));
    selected.add(col(RawTable.FILE));
    return rows.select(selected.toArray(Column[]::new));
  }
}
