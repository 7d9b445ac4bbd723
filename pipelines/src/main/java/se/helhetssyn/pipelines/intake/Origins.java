package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static se.helhetssyn.pipelines.intake.SqlText.literal;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * Where each row comes from, told in columns of its own, so that rows of this run and of earlier
 * ones can be judged together. Rows of earlier runs have no {@link RawTable#FILE}.
 */
final class Origins {
  /** What the row's file is known by. */
  static final String LOAD = "_load";

  /** How new the row's file is; 0 if nobody knows. */
  static final String AGE = "_age";

  static final String SOURCE = "_source";
  static final String EXTRACT = "_extract";

  /** The last day an event of the row can have happened. */
  static final String LATEST = "_latest";

  /** Whether the row's file holds changes. */
  static final String CHANGE = "_change";

  static final String LOADED = "_loaded_at";

  /** The columns, and the number of the row in its file. */
  static final List<String> COLUMNS =
      List.of(LOAD, AGE, SOURCE, EXTRACT, LATEST, CHANGE, LOADED, RawTable.ROW);

  /** The row as text, as it was delivered. */
  static final String SAID = "_said";

  /** Condition: the row came in this run. */
  static final String IS_NEW = RawTable.FILE + " <> ''";

  /** Stands for a text in a column of codes that has not the form of any. */
  private static final String SOMETHING = "?";

  private Origins() {}

  /** The rows of this run's files with where they come from. */
  static Dataset<Row> told(RawTable raw, IntakeTerms terms) {
    Dataset<Row> rows = numbered(raw.rows());
    List<String> known = Arrays.asList(rows.columns());
    Stream<Column> texts = raw.schema().fields().stream().map(f -> expr(text(f)).as(f.name()));
    Stream<Column> own = Stream.of(RawTable.BROKEN, RawTable.FILE, RawTable.ROW).map(c -> expr(c));
    Column compared =
        known.contains(RawTable.COMPARED) ? expr(RawTable.COMPARED) : lit(null).cast("string");
    Stream<Column> origin =
        Stream.of(
            expr(terms.perFile(f -> literal(f.id()), RawTable.FILE)).as(LOAD),
            expr(terms.perFile(f -> f.age() + "L", "0L")).as(AGE),
            expr(terms.perFile(f -> literal(f.sourceSystem()), "''")).as(SOURCE),
            expr(terms.perFile(f -> literal(f.extractId()), RawTable.FILE)).as(EXTRACT),
            expr(terms.latestDay()).as(LATEST),
            expr(terms.perFile(f -> isChange(f) ? "TRUE" : null, "FALSE")).as(CHANGE),
            lit(Timestamp.from(terms.loadedAt())).as(LOADED),
            compared.as(RawTable.COMPARED));
    return rows.select(Stream.of(texts, own, origin).flatMap(each -> each).toArray(Column[]::new));
  }

  private static boolean isChange(FileTerms file) {
    return file.load() != null && !file.isFull();
  }

  private static Dataset<Row> numbered(Dataset<Row> rows) {
    return Arrays.asList(rows.columns()).contains(RawTable.ROW)
        ? rows
        : rows.withColumn(RawTable.ROW, monotonically_increasing_id().plus(1));
  }

  /** What must not be kept in any form is left out before anything else is made of it. */
  private static String text(FieldSchema field) {
    String column = quoted(field.name());
    return field.coded() && !field.required()
        ? "CASE WHEN coalesce(%s, FALSE) THEN '%s' ELSE %s END"
            .formatted(TypedColumns.isFree(field, column), SOMETHING, column)
        : column;
  }

  /** Rows of earlier runs in the form of those of this one. */
  static Dataset<Row> earlier(Dataset<Row> received) {
    return received.withColumn(RawTable.BROKEN, lit(false)).withColumn(RawTable.FILE, lit(""));
  }

  /** The rows with {@link #SAID}. */
  static Dataset<Row> quoting(TableSchema schema, Dataset<Row> rows) {
    String all =
        Stream.concat(schema.columns().stream(), Stream.of(RawTable.COMPARED))
            .map(SqlText::quoted)
            .collect(joining(", "));
    return rows.withColumn(SAID, expr("struct(%s)".formatted(all)));
  }
}
