package se.helhetssyn.pipelines.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.helhetssyn.datasets.contract.TableSchema;

/** Ends of stays that other rows tell of: the person's death, and a later stay elsewhere. */
final class Stays {
  static final String TABLE = "enrolment";
  static final String ENDED = "_ended";
  static final String DIED = "_died";
  private static final String MOVES = "_moves";
  private static final String MOVED = "_moved";

  private Stays() {}

  /** An open stay of a person who has died ends that day. */
  static Dataset<Row> endedByDeath(
      Dataset<Row> rows, TableSchema schema, Optional<Dataset<Row>> deaths) {
    if (deaths.isEmpty()) {
      return rows.withColumn(ENDED, lit(false)).withColumn(DIED, lit(null).cast("date"));
    }
    Dataset<Row> died =
        deaths.get().select(col("person_key").as("_dead"), col("death_date").as(DIED));
    String open =
        "end_date IS NULL AND NOT (%s)"
            .formatted(TypedColumns.isMistyped(schema.field("end_date")));
    return rows.join(died, rows.col("person_key").equalTo(died.col("_dead")), "left")
        .withColumn(ENDED, expr("%s IS NOT NULL AND %s".formatted(DIED, open)))
        .withColumn(
            "end_reason",
            expr(
                "CASE WHEN %s THEN coalesce(end_reason, 'DECEASED') ELSE end_reason END"
                    .formatted(ENDED)))
        .withColumn(
            "end_date", expr("CASE WHEN %s THEN %s ELSE end_date END".formatted(ENDED, DIED)));
  }

  /**
   * Of two stays of one kind at different units the later ends the earlier, from the day it starts.
   * The order is by start and, on one day, by id.
   */
  static Dataset<Row> cutByLaterStay(Dataset<Row> rows) {
    String alike =
        "PARTITION BY person_key, enrolment_type, %s = '%s' AND org_unit_id IS NOT NULL"
            .formatted(Screening.SIDE, Side.TRUSTED);
    String order = alike + " ORDER BY start_date DESC, enrolment_id DESC";
    String moves =
        "CASE WHEN lead(org_unit_id) OVER (%s) <> org_unit_id THEN start_date END".formatted(order);
    String moved =
        "min(%s) OVER (%s ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"
            .formatted(MOVES, order);
    String cut =
        "%s = '%s' AND org_unit_id IS NOT NULL AND coalesce(%s < coalesce(end_date, DATE '9999-12-31'), FALSE)"
            .formatted(Screening.SIDE, Side.TRUSTED, MOVED);
    return rows.withColumn(MOVES, expr(moves))
        .withColumn(MOVED, expr(moved))
        .withColumn(MOVES, expr(cut))
        .withColumn(
            "end_date", expr("CASE WHEN %s THEN %s ELSE end_date END".formatted(MOVES, MOVED)))
        .withColumn(
            "end_reason",
            expr("CASE WHEN %s THEN 'OTHER_UNIT' ELSE end_reason END".formatted(MOVES)))
        .withColumn(
            Screening.MARKS,
            expr(
                "CASE WHEN %1$s THEN array_append(%2$s, '%3$s') ELSE %2$s END"
                    .formatted(MOVES, Screening.MARKS, TableChecks.CUT_STAY)));
  }
}
