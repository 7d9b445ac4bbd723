package se.helhetssyn.pipelines.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.RowRule;
import se.helhetssyn.datasets.contract.TableSchema;

/** A made-up table with every type and every kind of constraint, and raw rows of it. */
final class SampleTable {
  static final LocalDate LATEST = LocalDate.of(2026, 10, 31);

  static final TableSchema SCHEMA =
      new TableSchema(
          "sample",
          "Prov",
          "En rad per prov.",
          List.of(
              field("id", FieldType.STRING, true),
              new FieldSchema(
                  "code",
                  FieldType.STRING,
                  "",
                  "",
                  false,
                  List.of("A.B", "it's", "C\\d"),
                  null,
                  null,
                  null),
              new FieldSchema(
                  "share",
                  FieldType.DECIMAL,
                  "",
                  "",
                  false,
                  List.of(),
                  BigDecimal.ZERO,
                  BigDecimal.valueOf(100),
                  null),
              field("places", FieldType.INTEGER, false),
              field("starts", FieldType.DATE, true),
              field("ends", FieldType.DATE, false),
              field("seen_at", FieldType.TIMESTAMP, false),
              field("sound", FieldType.BOOLEAN, false),
              new FieldSchema(
                  "mark", FieldType.STRING, "", "", false, List.of(), null, null, "[A-Z]{2}\\d")),
          List.of("id"),
          List.of(),
          List.of(new RowRule("ENDS_FIRST", "ends >= starts", "")),
          List.of(new RowRule("LARGE", "places < 100", "")),
          List.of("seen_at"));

  private SampleTable() {}

  private static FieldSchema field(String name, FieldType type, boolean required) {
    return new FieldSchema(name, type, "", "", required, List.of(), null, null, null);
  }

  /** A row that passes every check. */
  static List<@Nullable String> sound(String id) {
    return new ArrayList<>(
        List.of(
            id,
            "A.B",
            "12.5",
            "7",
            "2026-01-01",
            "2026-01-31",
            "2026-01-15T08:30:00",
            "true",
            "AB1"));
  }

  /** The sound row with one value changed. */
  static List<@Nullable String> with(String column, @Nullable String value) {
    List<@Nullable String> row = sound("1");
    row.set(SCHEMA.columns().indexOf(column), value);
    return row;
  }

  /** Raw rows, none of them broken. */
  static RawTable raw(SparkSession spark, List<? extends List<@Nullable String>> rows) {
    StructType type = new StructType();
    for (String column : SCHEMA.columns()) {
      type = type.add(column, DataTypes.StringType);
    }
    type = type.add(RawTable.BROKEN, DataTypes.BooleanType);
    List<Row> raw = new ArrayList<>();
    for (List<@Nullable String> row : rows) {
      List<@Nullable Object> values = new ArrayList<>(row);
      values.add(false);
      values.add("sample.csv");
      raw.add(RowFactory.create(values.toArray()));
    }
    Dataset<Row> data = spark.createDataFrame(raw, type.add(RawTable.FILE, DataTypes.StringType));
    return new RawTable(SCHEMA, data);
  }

  /**
   * The rows as they are screened without a manifest and without other tables, without when that
   * was and which text of a copy is kept.
   */
  static Dataset<Row> screened(RawTable raw) {
    IntakeTerms terms = IntakeTerms.until(LATEST);
    KnownRows known = new KnownRows(false);
    TableChecks checks = TableChecks.of(raw.schema(), terms, known);
    return Screening.screen(raw, checks, terms, known).drop(Origins.LOADED, Origins.SAID);
  }
}
