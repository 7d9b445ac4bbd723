package se.helhetssyn.pipelines.measure;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.DerivedTable;
import se.helhetssyn.analytics.indicator.RunTable;

/** The run's own tables and those derived of the canonical ones, as Spark's temporary views. */
record RunViews(SparkSession spark, RunDays days) {
  void register(ExpressionSql sql) {
    for (RunTable table : RunTable.values()) {
      spark
          .createDataFrame(
              days.rows(table)
                  .map(values -> RowFactory.create(values.stream().map(RunViews::value).toArray()))
                  .toList(),
              StructType.fromDDL(table.columns()))
          .createOrReplaceTempView(table.tableName());
    }
    for (DerivedTable derived : DerivedTable.values()) {
      Dataset<Row> rows = spark.sql(derived.query(sql));
      if (derived == DerivedTable.RESPONSIBILITY) {
        rows = rows.persist(StorageLevel.MEMORY_AND_DISK());
      }
      rows.createOrReplaceTempView(derived.tableName());
    }
  }

  private static Object value(Object value) {
    return value instanceof LocalDate day ? Date.valueOf(day) : value;
  }
}
