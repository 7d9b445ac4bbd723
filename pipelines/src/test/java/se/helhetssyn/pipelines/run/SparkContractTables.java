package se.helhetssyn.pipelines.run;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.DerivedTable;
import se.helhetssyn.analytics.indicator.RunTable;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/**
 * The contract's tables with given rows as Spark's temporary views, and what is derived of them.
 */
record SparkContractTables(SparkSession spark, List<GivenRow> rows) {
  void register() {
    ContractTables.CONTRACT.tables().forEach(t -> register(t.name(), type(t)));
    for (RunTable table : RunTable.values()) {
      register(table.tableName(), StructType.fromDDL(table.columns()));
    }
  }

  void registerDerived(ExpressionSql sql) {
    for (DerivedTable derived : DerivedTable.values()) {
      atHand(spark.sql(derived.query(sql))).createOrReplaceTempView(derived.tableName());
    }
  }

  /** The rows themselves instead of a plan to make them. */
  Dataset<Row> atHand(Dataset<Row> rows) {
    return spark.createDataFrame(rows.collectAsList(), rows.schema());
  }

  private static StructType type(TableSchema table) {
    StructType type = new StructType();
    for (FieldSchema field : table.fields()) {
      type = type.add(field.name(), TrustedTables.sqlType(field.type()));
    }
    return type;
  }

  private void register(String table, StructType type) {
    List<Row> own =
        rows.stream().filter(r -> r.table().equals(table)).map(r -> row(r, type)).toList();
    spark.createDataFrame(own, type).createOrReplaceTempView(table);
  }

  private static Row row(GivenRow given, StructType type) {
    List<String> columns = Arrays.asList(type.fieldNames());
    if (!columns.containsAll(given.values().keySet())) {
      throw new IllegalArgumentException("not all are columns: " + given);
    }
    return RowFactory.create(
        IntStream.range(0, columns.size())
            .mapToObj(i -> value(type.fields()[i], given.values().get(columns.get(i))))
            .toArray());
  }

  private static @Nullable Object value(StructField field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (field.dataType().typeName()) {
      case "long" -> Long.valueOf(text);
      case "integer" -> Integer.valueOf(text);
      case "date" -> Date.valueOf(text);
      case "timestamp" -> Timestamp.from(Instant.parse(text));
      case "boolean" -> Boolean.valueOf(text);
      case "string" -> text;
      default -> new BigDecimal(text);
    };
  }

  /** A query's rows, as {@link ContractTables#lines} tells them. */
  List<String> lines(String sql) {
    return spark.sql(sql).collectAsList().stream().map(SparkContractTables::line).sorted().toList();
  }

  private static String line(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.get(i) instanceof scala.collection.Seq<?> ? row.getList(i) : row.get(i))
        .map(String::valueOf)
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }
}
