package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.RowRule;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/** Gives every row of a raw table its declared types, its reasons and flags, and its one side. */
final class Screening {
  static final String SIDE = "_side";
  static final String REASONS = "_reasons";
  static final String FLAGS = "flags";

  /** Known unit that the row names; null if it names none or an unknown one. */
  static final String UNIT = "_unit";

  /** Which of the table's rules the row was held against. */
  static final String HELD = "_held";

  static final String MARKS = "_marks";
  static final String PROTECTED = "_protected";
  static final String REPLACED = "_replaced";
  static final String SUCCEEDED = "_succeeded";
  static final String CONTENT = "_content";

  /** Whether the row's key is one that must not come back. */
  static final String BLOCKED = "_blocked";

  /** Whether nothing of the row may be kept, now or later. */
  static final String FOR_GOOD = "_for_good";

  private static final String TIE = "_tie";

  /** Whether nothing in the row itself speaks against keeping it. */
  static final String SOUND = "_sound";

  private static final List<String> OWN =
      List.of(FLAGS, RawTable.FILE, UNIT, HELD, SIDE, REASONS, SOUND, FOR_GOOD, Origins.SAID);

  private final RawTable raw;
  private final TableSchema schema;
  private final IntakeTerms terms;
  private final KnownRows known;
  private final TableChecks checks;

  private Screening(RawTable raw, TableChecks checks, IntakeTerms terms, KnownRows known) {
    this.raw = raw;
    this.schema = raw.schema();
    this.terms = terms;
    this.known = known;
    this.checks = checks;
  }

  /** A table's rows with their values, their marks, and {@link #OWN what was made of them}. */
  static Dataset<Row> screen(RawTable raw, TableChecks checks, IntakeTerms terms, KnownRows known) {
    return new Screening(raw, checks, terms, known).screened();
  }

  private Dataset<Row> screened() {
    Dataset<Row> rows = typed(succeeded(Origins.quoting(schema, told())));
    if (schema.name().equals(Stays.TABLE)) {
      rows = Stays.endedByDeath(rows, schema, known.deaths());
    }
    rows = repaired(checked(tied(placed(rows))));
    rows = new Versions(schema, terms).settled(rows);
    if (schema.name().equals(Stays.TABLE)) {
      rows = Stays.cutByLaterStay(rows);
    }
    String flags = "nullif(array_join(%s, ','), '')".formatted(MARKS);
    return rows.withColumn(FLAGS, expr(flags)).select(output());
  }

  private Dataset<Row> told() {
    boolean told = Arrays.asList(raw.rows().columns()).contains(Origins.LOAD);
    return told ? raw.rows() : Origins.told(raw, terms);
  }

  /** Puts the key that followed in the place of every replaced one. */
  private Dataset<Row> succeeded(Dataset<Row> rows) {
    if (terms.successions().isEmpty() || !schema.columns().contains("person_key")) {
      return rows.withColumn(SUCCEEDED, lit(false));
    }
    List<Row> pairs = new ArrayList<>();
    new TreeMap<>(terms.successions()).forEach((o, n) -> pairs.add(RowFactory.create(o, n)));
    StructType type =
        new StructType().add("_old", DataTypes.StringType).add("_new", DataTypes.StringType);
    Dataset<Row> successions = broadcast(rows.sparkSession().createDataFrame(pairs, type));
    return rows.join(successions, rows.col("person_key").equalTo(successions.col("_old")), "left")
        .withColumn(SUCCEEDED, expr("_new IS NOT NULL"))
        .withColumn("person_key", expr("coalesce(_new, person_key)"))
        .drop("_old", "_new");
  }

  /** Rows are copies if all their texts are alike; a broken row is a copy of none. */
  private Dataset<Row> typed(Dataset<Row> rows) {
    List<String> select = new ArrayList<>(TypedColumns.conversions(schema));
    String all =
        schema.columns().stream()
            .map(c -> "coalesce(%s, '')".formatted(quoted(c)))
            .collect(joining(", "));
    select.add(
        "CASE WHEN %s THEN xxhash64(%s, %s) ELSE xxhash64(%s, %s) END AS %s"
            .formatted(RawTable.BROKEN, RawTable.FILE, RawTable.ROW, all, SUCCEEDED, CONTENT));
    select.addAll(List.of(RawTable.BROKEN, RawTable.FILE, SUCCEEDED, Origins.SAID));
    select.addAll(Origins.COLUMNS);
    return rows.selectExpr(select.toArray(String[]::new));
  }

  private Dataset<Row> placed(Dataset<Row> rows) {
    Optional<Set<String>> units = known.units();
    return units.isPresent() && schema.columns().contains("org_unit_id")
        ? joined(rows, "org_unit_id", units.get(), UNIT)
        : rows.withColumn(UNIT, lit(null).cast("string"));
  }

  /**
   * Marks rows that tell of, or point to, what is kept nowhere: protected persons and what must not
   * come back, for good; and in this run persons of whom it is not said that they are unprotected,
   * and, where not all that was said of persons could be read, everyone else than those who are
   * known to be.
   */
  private Dataset<Row> tied(Dataset<Row> rows) {
    boolean persons = schema.columns().contains("protected_identity");
    String certain =
        persons
            ? "%s OR coalesce(protected_identity = 'YES', FALSE) OR coalesce(test_person = 'YES', FALSE)"
                .formatted(BLOCKED)
            : BLOCKED;
    String unsure =
        persons ? "%s OR coalesce(protected_identity <> 'NO', TRUE)".formatted(FOR_GOOD) : FOR_GOOD;
    Dataset<Row> result =
        blocked(rows).withColumn(FOR_GOOD, expr(certain)).withColumn(PROTECTED, expr(unsure));
    for (ForeignKey key : schema.foreignKeys()) {
      if (key.fields().size() == 1 && !key.table().equals(schema.name())) {
        result = tied(result, key.fields().getFirst(), key.table());
      }
    }
    return result;
  }

  private Dataset<Row> tied(Dataset<Row> rows, String column, String table) {
    Dataset<Row> result = rows;
    Optional<Set<String>> only =
        table.equals(KnownRows.PERSONS) ? known.onlyPersons() : Optional.empty();
    if (only.isPresent()) {
      String doubt =
          "%s OR (%s AND %s IS NOT NULL AND %s IS NULL)"
              .formatted(PROTECTED, Origins.IS_NEW, quoted(column), TIE);
      result = joined(result, column, only.get(), TIE).withColumn(PROTECTED, expr(doubt)).drop(TIE);
    }
    Set<String> now = known.droppedFrom(table);
    if (!now.isEmpty()) {
      String tied = "%s OR (%s AND %s IS NOT NULL)".formatted(PROTECTED, Origins.IS_NEW, TIE);
      result = joined(result, column, now, TIE).withColumn(PROTECTED, expr(tied)).drop(TIE);
    }
    Set<String> always = known.goneFrom(table);
    if (!always.isEmpty()) {
      result =
          joined(result, column, always, TIE)
              .withColumn(FOR_GOOD, expr("%s OR %s IS NOT NULL".formatted(FOR_GOOD, TIE)))
              .withColumn(PROTECTED, expr("%s OR %s".formatted(PROTECTED, FOR_GOOD)))
              .drop(TIE);
    }
    return result;
  }

  /** Marks rows whose key, or one they point with, must not come back. */
  private Dataset<Row> blocked(Dataset<Row> rows) {
    Dataset<Row> result = rows.withColumn(BLOCKED, lit(false));
    if (schema.columns().contains("person_key") && !known.banned().isEmpty()) {
      result =
          joined(result, "person_key", known.banned(), TIE)
              .withColumn(BLOCKED, expr(TIE + " IS NOT NULL"))
              .drop(TIE);
    }
    for (Map.Entry<String, String> column : known.blockable(schema).entrySet()) {
      Set<String> digests = known.blocked(column.getValue());
      if (!digests.isEmpty()) {
        String mark = "_blocked_" + column.getKey();
        result =
            joined(result, expr(known.digest(column.getKey())), digests, mark)
                .withColumn(BLOCKED, expr("%s OR %s IS NOT NULL".formatted(BLOCKED, mark)))
                .drop(mark);
      }
    }
    return result;
  }

  private static Dataset<Row> joined(
      Dataset<Row> rows, String column, Collection<String> keys, String as) {
    return joined(rows, rows.col(column), keys, as);
  }

  private static Dataset<Row> joined(
      Dataset<Row> rows, Column value, Collection<String> keys, String as) {
    Dataset<Row> found =
        broadcast(rows.sparkSession().createDataset(List.copyOf(keys), Encoders.STRING()).toDF(as));
    return rows.join(found, value.equalTo(found.col(as)), "left");
  }

  private Dataset<Row> checked(Dataset<Row> rows) {
    String reasons =
        "CASE WHEN %s THEN array('%s') ELSE %s END"
            .formatted(
                RawTable.BROKEN, TableChecks.UNREADABLE, TableChecks.failed(checks.reasons()));
    String whole = "CASE WHEN %s THEN %s ELSE %s END";
    List<Column> select = new ArrayList<>();
    schema.columns().forEach(c -> select.add(expr(quoted(c))));
    List.of(CONTENT, RawTable.FILE, SUCCEEDED, UNIT, PROTECTED, FOR_GOOD, Origins.SAID)
        .forEach(kept -> select.add(expr(kept)));
    Origins.COLUMNS.forEach(origin -> select.add(expr(origin)));
    select.add(expr(reasons).as(REASONS));
    select.add(
        expr(whole.formatted(
                RawTable.BROKEN,
                "CAST(array() AS ARRAY<STRING>)",
                TableChecks.failed(checks.marks())))
            .as(MARKS));
    select.add(expr(whole.formatted(RawTable.BROKEN, "0L", checks.heldBits())).as(HELD));
    select.add(expr(endedByDeath()).as(Stays.ENDED));
    return rows.select(select.toArray(Column[]::new))
        .withColumn(SOUND, expr(isSound()))
        .drop(Stays.ENDED)
        .withColumn(REPLACED, expr(new Replacement(schema, terms, known).isReplaced()));
  }

  private String endedByDeath() {
    return schema.name().equals(Stays.TABLE) ? Stays.ENDED : "FALSE";
  }

  /** What follows from a death may change with what is said of it; all else is the row's own. */
  private static String isSound() {
    return "NOT exists(%s, reason -> NOT (%s AND startswith(reason, 'RULE:')))"
        .formatted(REASONS, Stays.ENDED);
  }

  /** Replaces the values that a broken flag says how to put right. */
  private Dataset<Row> repaired(Dataset<Row> rows) {
    Dataset<Row> result = rows;
    for (RowRule flag : schema.flags()) {
      for (Map.Entry<String, String> repair : flag.repair().entrySet()) {
        FieldSchema field = schema.field(repair.getKey());
        String value =
            "CASE WHEN array_contains(%s, '%s') THEN CAST(%s AS %s) ELSE %s END"
                .formatted(
                    MARKS,
                    flag.code(),
                    repair.getValue(),
                    TrustedTables.sqlType(field.type()),
                    quoted(field.name()));
        result = result.withColumn(field.name(), expr(value));
      }
    }
    return result;
  }

  /**
   * A row set aside without the texts that made it so: what does not fit a code list or a pattern,
   * or cannot be told apart, may be a name or an identity number and is not kept.
   */
  static String[] withoutSuspectText(TableSchema schema) {
    List<String> select = new ArrayList<>();
    for (String column : schema.columns()) {
      select.add(
          "CASE WHEN NOT arrays_overlap(%s, array('%s', 'CODE:%s', 'PATTERN:%s')) THEN %s END AS %s"
              .formatted(
                  REASONS, TableChecks.UNREADABLE, column, column, quoted(column), quoted(column)));
    }
    select.addAll(List.of(FLAGS, RawTable.FILE, RawTable.ROW, REASONS));
    return select.toArray(String[]::new);
  }

  private Column[] output() {
    List<Column> columns = new ArrayList<>();
    schema.columns().forEach(c -> columns.add(expr(quoted(c))));
    OWN.forEach(own -> columns.add(expr(own)));
    Origins.COLUMNS.forEach(origin -> columns.add(expr(origin)));
    return columns.toArray(Column[]::new);
  }
}
