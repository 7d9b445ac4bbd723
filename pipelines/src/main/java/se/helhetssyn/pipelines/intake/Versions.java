package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static se.helhetssyn.pipelines.intake.Screening.CONTENT;
import static se.helhetssyn.pipelines.intake.Screening.MARKS;
import static se.helhetssyn.pipelines.intake.Screening.PROTECTED;
import static se.helhetssyn.pipelines.intake.Screening.REASONS;
import static se.helhetssyn.pipelines.intake.Screening.REPLACED;
import static se.helhetssyn.pipelines.intake.Screening.SIDE;
import static se.helhetssyn.pipelines.intake.Screening.SUCCEEDED;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * Settles what becomes of the rows of one key: exact copies, versions of different age, and rows
 * that contradict each other. All of it happens within one distribution of those rows by their key.
 */
final class Versions {
  private static final String COPY = "_copy";
  private static final String COPIES = "_copies";
  private static final String OPEN = "_open";
  private static final String RANK = "_rank";
  private static final String BEST = "_best";
  private static final String HOLDERS = "_holders";
  private static final String OLDER = "_older";
  private static final String KEY = "_key";

  /** Rows from which on it pays to ask first which keys are repeated. */
  private static final long LARGE = 50_000;

  /** Repeated keys from which on nothing is won by it. */
  private static final int MANY = 10_000;

  private final TableSchema schema;
  private final IntakeTerms terms;
  private final String key;

  Versions(TableSchema schema, IntakeTerms terms) {
    this.schema = schema;
    this.terms = terms;
    this.key = schema.primaryKey().stream().map(SqlText::quoted).collect(joining(", "));
  }

  /** Gives every row its one side, and adds to its reasons and marks. */
  Dataset<Row> settled(Dataset<Row> rows) {
    return compared(rows)
        .withColumn(MARKS, expr(marks()))
        .withColumn(REASONS, expr(reasons()))
        .withColumn(SIDE, expr(side()));
  }

  /**
   * Sorting every row of a large table by its key costs more than all else, and hardly any key
   * comes twice: which do is asked first, of the keys alone, and only their rows are compared.
   */
  private Dataset<Row> compared(Dataset<Row> rows) {
    if (terms.rows() < LARGE) {
      return together(rows);
    }
    Object[] repeated = repeated(rows);
    if (repeated.length > MANY) {
      return together(rows);
    }
    Column isRepeated = expr(digest()).isin(repeated);
    return repeated.length == 0
        ? alone(rows)
        : alone(rows.filter(not(isRepeated))).union(together(rows.filter(isRepeated)));
  }

  private String digest() {
    return "xxhash64(%s)".formatted(key);
  }

  /** Digests of keys that come more than once, as many as are of use. */
  private Object[] repeated(Dataset<Row> rows) {
    return rows
        .select(expr(digest()).as(KEY))
        .groupBy(KEY)
        .count()
        .filter("count > 1")
        .select(KEY)
        .limit(MANY + 1)
        .collectAsList()
        .stream()
        .map(row -> row.get(0))
        .toArray();
  }

  /** Rows whose key no other row has. */
  private Dataset<Row> alone(Dataset<Row> rows) {
    return rows.withColumn(COPY, lit(1))
        .withColumn(COPIES, lit(1L))
        .withColumn(OPEN, expr(isOpen()))
        .withColumn(RANK, expr(rank()))
        .withColumn(BEST, expr("CASE WHEN %s THEN %s END".formatted(OPEN, RANK)))
        .withColumn(HOLDERS, expr("CASE WHEN %s THEN 1L ELSE 0L END".formatted(OPEN)))
        .withColumn(OLDER, lit(0L));
  }

  /** Rows that may share their keys with others, distributed by them. */
  private Dataset<Row> together(Dataset<Row> rows) {
    Column[] keys =
        schema.primaryKey().stream().map(k -> col(SqlText.quoted(k))).toArray(Column[]::new);
    return protectedPersons(rows.repartition(keys))
        .withColumn(COPY, expr(numberOfCopy()))
        .withColumn(COPIES, expr("count(*) OVER (PARTITION BY %s)".formatted(alike())))
        .withColumn(OPEN, expr(isOpen()))
        .withColumn(RANK, expr(rank()))
        .withColumn(BEST, expr(best()))
        .withColumn(HOLDERS, expr(openWhere("%s = %s".formatted(RANK, BEST))))
        .withColumn(OLDER, expr(openWhere(isOlder())));
  }

  /**
   * Nothing is kept under a key of which any row is about a protected person, whichever came first,
   * and nothing of this run about a person of whom a row leaves it open.
   */
  private Dataset<Row> protectedPersons(Dataset<Row> rows) {
    if (schema.primaryKey().size() > 1) {
      return rows;
    }
    String forGood =
        "%1$s OR (%2$s IS NOT NULL AND max(%1$s) OVER (PARTITION BY %2$s))"
            .formatted(Screening.FOR_GOOD, key);
    String any =
        schema.columns().contains("protected_identity")
            ? "%1$s OR %2$s OR (%3$s AND %4$s IS NOT NULL AND max(%3$s AND %1$s) OVER (PARTITION BY %4$s))"
                .formatted(PROTECTED, Screening.FOR_GOOD, Origins.IS_NEW, key)
            : "%s OR %s".formatted(PROTECTED, Screening.FOR_GOOD);
    return rows.withColumn(Screening.FOR_GOOD, expr(forGood)).withColumn(PROTECTED, expr(any));
  }

  /** What a newer load replaces is no copy of what that load says again. */
  private String alike() {
    return "%s, %s, %s".formatted(key, CONTENT, REPLACED);
  }

  private String numberOfCopy() {
    return "row_number() OVER (PARTITION BY %s ORDER BY %s DESC, %s, %s)"
        .formatted(alike(), Origins.AGE, Origins.LOAD, RawTable.ROW);
  }

  private static String isOpen() {
    return "NOT %s AND NOT %s AND %s = 1 AND size(%s) = 0"
        .formatted(PROTECTED, REPLACED, COPY, REASONS);
  }

  /** A row under a person's own key goes before one under the key it replaced, however new. */
  private String rank() {
    String own = schema.primaryKey().contains("person_key") ? "NOT " + SUCCEEDED : "TRUE";
    return "named_struct('own', %s, 'age', %s)".formatted(own, Origins.AGE);
  }

  private String best() {
    return "max(CASE WHEN %s THEN %s END) OVER (PARTITION BY %s)".formatted(OPEN, RANK, key);
  }

  private String openWhere(String condition) {
    return "count(CASE WHEN %s AND %s THEN 1 END) OVER (PARTITION BY %s)"
        .formatted(OPEN, condition, key);
  }

  private static String isOlder() {
    return "%1$s.own = %2$s.own AND %1$s.age < %2$s.age".formatted(RANK, BEST);
  }

  private static String wins() {
    return "%s AND %s = %s AND %s = 1 AND %s > 0".formatted(OPEN, RANK, BEST, HOLDERS, OLDER);
  }

  private String marks() {
    String added =
        """
        array_compact(array(
          CASE WHEN %s > 1 THEN '%s' END,
          CASE WHEN %s THEN '%s' END,
          CASE WHEN %s OR (%s AND %s) THEN '%s' END))\
        """
            .formatted(
                COPIES,
                TableChecks.KEPT_OF_COPIES,
                wins(),
                TableChecks.NEWEST,
                REPLACED,
                wins(),
                Origins.CHANGE,
                TableChecks.MERGED_DELIVERIES);
    return "CASE WHEN %s > 1 THEN array('%s') ELSE concat(%s, %s) END"
        .formatted(COPY, TableChecks.COPY, MARKS, added);
  }

  /** Of several rows of one age nobody can tell which is right. */
  private static String reasons() {
    return """
    CASE WHEN %s > 1 THEN CAST(array() AS ARRAY<STRING>)
      WHEN %s AND %s = %s AND %s > 1 THEN array('%s') ELSE %s END\
    """
        .formatted(COPY, OPEN, RANK, BEST, HOLDERS, TableChecks.REPEATED_KEY, REASONS);
  }

  private static String side() {
    return """
    CASE WHEN %s THEN '%s'
      WHEN %s OR %s > 1 THEN '%s'
      WHEN exists(%s, reason -> startswith(reason, 'FUTURE:')) THEN '%s'
      WHEN size(%s) > 0 THEN '%s'
      WHEN %s <> %s THEN '%s'
      ELSE '%s' END\
    """
        .formatted(
            PROTECTED,
            Side.DROPPED,
            REPLACED,
            COPY,
            Side.DUPLICATE,
            REASONS,
            Side.REJECTED,
            REASONS,
            Side.QUARANTINED,
            RANK,
            BEST,
            Side.DUPLICATE,
            Side.TRUSTED);
  }
}
