package se.helhetssyn.pipelines.mapping;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.intake.RawTable;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;
import se.helhetssyn.pipelines.reading.DeliveredRows;

/** Makes raw canonical rows of source rows where Spark reads them. */
final class MappedRows {
  private static final String CONSTANT = "mappning";
  private static final String FIRST = "_first";

  private final SparkSession spark;
  private final MappingDefinition mapping;
  private final SourceFiles files;
  private final LookupAnswers answers;

  MappedRows(SparkSession spark, MappingDefinition mapping, SourceFiles files) {
    this.spark = spark;
    this.mapping = mapping;
    this.files = files;
    this.answers = new LookupAnswers(files);
  }

  Dataset<Row> rows(TableSchema schema, RowSource source) {
    List<String> header = source.from() == null ? List.of() : files.columns(source.from());
    RowMaker maker = new RowMaker(mapping, schema, source, header, answers.of(source));
    Dataset<Row> rows =
        source.from() == null
            ? oneRow()
            : DeliveredRows.read(spark, header, files.of(source.from()));
    StructType made = new StructType();
    for (String column : schema.columns()) {
      made = made.add(column, DataTypes.StringType);
    }
    made =
        made.add(RawTable.COMPARED, DataTypes.StringType)
            .add(RawTable.BROKEN, DataTypes.BooleanType)
            .add(RawTable.FILE, DataTypes.StringType)
            .add(RawTable.ROW, DataTypes.LongType);
    int width = header.size();
    MapPartitionsFunction<Row, Row> making = partition -> made(maker, width, partition);
    Dataset<Row> mapped = rows.mapPartitions(making, Encoders.row(made));
    return source.distinct() ? oneOfEach(mapped, schema) : mapped;
  }

  private static Iterator<Row> made(RowMaker maker, int width, Iterator<Row> partition) {
    RowMaker.Made made = maker.start();
    Stream<Row> rows = StreamSupport.stream(((Iterable<Row>) () -> partition).spliterator(), false);
    return rows.map(row -> canonical(made, width, row)).filter(Objects::nonNull).iterator();
  }

  /** The canonical row; null for a row that the mapping does not take. */
  private static @Nullable Row canonical(RowMaker.Made made, int width, Row row) {
    @Nullable String[] values = new @Nullable String[width];
    boolean broken = row.getBoolean(width);
    for (int i = 0; i < width && !broken; i++) {
      values[i] = row.getString(i);
    }
    if (!made.takes(row.getLong(width + 2), broken, values)) {
      return null;
    }
    @Nullable String[] texts = made.row(values);
    @Nullable Object[] cells = Arrays.copyOf(texts, texts.length + 4, Object[].class);
    cells[texts.length] = broken ? null : made.compared(values);
    cells[texts.length + 1] = broken;
    cells[texts.length + 2] = row.get(width + 1);
    cells[texts.length + 3] = row.get(width + 2);
    return RowFactory.create(cells);
  }

  /** Rows that became alike are the first of them; a broken row is like no other. */
  private static Dataset<Row> oneOfEach(Dataset<Row> rows, TableSchema schema) {
    Column[] alike =
        Stream.concat(schema.columns().stream(), Stream.of(RawTable.COMPARED))
            .map(c -> col(c))
            .toArray(Column[]::new);
    Dataset<Row> whole =
        rows.filter(not(col(RawTable.BROKEN)))
            .groupBy(alike)
            .agg(min(struct(RawTable.FILE, RawTable.ROW)).as(FIRST))
            .withColumn(RawTable.BROKEN, lit(false))
            .withColumn(RawTable.FILE, col(FIRST).getField(RawTable.FILE))
            .withColumn(RawTable.ROW, col(FIRST).getField(RawTable.ROW))
            .drop(FIRST);
    return whole.unionByName(rows.filter(col(RawTable.BROKEN)));
  }

  private Dataset<Row> oneRow() {
    return spark
        .range(1)
        .select(
            lit(false).as(RawTable.BROKEN),
            lit(CONSTANT).as(RawTable.FILE),
            lit(1L).as(RawTable.ROW));
  }
}
