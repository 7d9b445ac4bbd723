package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static se.helhetssyn.pipelines.intake.TypedColumns.quoted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;

/** Gives every row of a raw table its declared types, its reasons and flags, and its one side. */
final class Screening {
  static final String SIDE = "_side";
  static final String REASONS = "_reasons";
  static final String FLAGS = "flags";
  static final String REPEATED_KEY = "KEY_REPEATED";
  static final String UNREADABLE = "COLUMNS_MISALIGNED";
  static final String UNKNOWN_UNIT = "UNIT_UNKNOWN";
  private static final String COPY = "_copy";
  private static final String PROTECTED = "_protected";
  private static final String KEY_HOLDERS = "_key_holders";

  private final LocalDate latest;
  private final Map<String, Dataset<Row>> dropped;

  /**
   * @param latest last day an event can have happened
   * @param dropped table → keys ({@code key}) of its rows about protected and test persons
   */
  Screening(LocalDate latest, Map<String, Dataset<Row>> dropped) {
    this.latest = latest;
    this.dropped = dropped;
  }

  /**
   * Screens a table.
   *
   * @param units known units ({@code key}); null while the organisation itself is screened
   */
  Dataset<Row> screen(RawTable raw, @Nullable Dataset<Row> units) {
    TableSchema schema = raw.schema();
    Dataset<Row> rows = typed(raw);
    rows = rows.withColumn(REASONS, reasons(schema));
    rows = rows.withColumn(PROTECTED, expr(protectedPerson(schema)));
    rows = tied(rows, schema);
    rows = rows.withColumn(KEY_HOLDERS, expr(keyHolders(schema)));
    rows = rows.withColumn(REASONS, expr(withRepeatedKey()));
    rows = withFlags(rows, schema, units);
    return rows.withColumn(SIDE, expr(side())).select(output(schema));
  }

  private static Dataset<Row> typed(RawTable raw) {
    String all = raw.schema().columns().stream().map(TypedColumns::quoted).collect(joining(", "));
    List<String> select = new ArrayList<>(TypedColumns.conversions(raw.schema()));
    select.add(
        "row_number() OVER (PARTITION BY %s, %s ORDER BY %s) AS %s"
            .formatted(all, RawTable.BROKEN, RawTable.FILE, COPY));
    select.add(RawTable.BROKEN);
    select.add(RawTable.FILE);
    return raw.rows().selectExpr(select.toArray(String[]::new));
  }

  private Column reasons(TableSchema schema) {
    return expr(
        "CASE WHEN %s THEN array('%s') ELSE %s END"
            .formatted(RawTable.BROKEN, UNREADABLE, found(RowChecks.reasons(schema, latest))));
  }

  private static String found(Map<String, String> checks) {
    String codes =
        checks.entrySet().stream()
            .map(c -> "CASE WHEN %s THEN '%s' END".formatted(c.getValue(), c.getKey()))
            .collect(joining(", "));
    return "array_compact(CAST(array(%s) AS ARRAY<STRING>))".formatted(codes);
  }

  /** Whether a row, or another row of the same person, says that nothing may be kept. */
  private static String protectedPerson(TableSchema schema) {
    if (!schema.columns().contains("protected_identity")) {
      return "FALSE";
    }
    String own = "coalesce(protected_identity = 'YES' OR test_person = 'YES', FALSE)";
    return "%1$s OR (person_key IS NOT NULL AND max(%1$s) OVER (PARTITION BY person_key))"
        .formatted(own);
  }

  /** Marks rows that point to a dropped row. */
  private Dataset<Row> tied(Dataset<Row> rows, TableSchema schema) {
    Dataset<Row> result = rows;
    for (ForeignKey key : schema.foreignKeys()) {
      Dataset<Row> keys = dropped.get(key.table());
      if (keys != null && key.fields().size() == 1 && !key.table().equals(schema.name())) {
        String mark = "_dropped_" + key.fields().getFirst();
        Dataset<Row> marked = keys.withColumnRenamed("key", mark);
        result =
            result
                .join(marked, result.col(key.fields().getFirst()).equalTo(marked.col(mark)), "left")
                .withColumn(PROTECTED, expr("%s OR %s IS NOT NULL".formatted(PROTECTED, mark)))
                .drop(mark);
      }
    }
    return result;
  }

  /** How many sound, distinct rows share the key: which of several is right nobody can tell. */
  private static String keyHolders(TableSchema schema) {
    String key = schema.primaryKey().stream().map(TypedColumns::quoted).collect(joining(", "));
    return "count(*) OVER (PARTITION BY %s, %s = 1 AND size(%s) = 0 AND NOT %s)"
        .formatted(key, COPY, REASONS, PROTECTED);
  }

  private static String withRepeatedKey() {
    return "CASE WHEN size(%1$s) = 0 AND %2$s = 1 AND %3$s > 1 THEN array('%4$s') ELSE %1$s END"
        .formatted(REASONS, COPY, KEY_HOLDERS, REPEATED_KEY);
  }

  private static Dataset<Row> withFlags(
      Dataset<Row> rows, TableSchema schema, @Nullable Dataset<Row> units) {
    Dataset<Row> joined = rows;
    Map<String, String> flags = RowChecks.flags(schema);
    if (units != null && schema.columns().contains("org_unit_id")) {
      Dataset<Row> known = units.withColumnRenamed("key", "_unit");
      joined = rows.join(known, rows.col("org_unit_id").equalTo(known.col("_unit")), "left");
      flags.put(UNKNOWN_UNIT, "_unit IS NULL");
    }
    String text = "nullif(array_join(%s, ','), '')".formatted(found(flags));
    return joined.withColumn(FLAGS, flags.isEmpty() ? lit(null).cast("string") : expr(text));
  }

  private static String side() {
    return """
    CASE WHEN %s THEN '%s' WHEN %s > 1 THEN '%s' WHEN size(%s) > 0 THEN '%s' ELSE '%s' END\
    """
        .formatted(
            PROTECTED, Side.DROPPED, COPY, Side.DUPLICATE, REASONS, Side.QUARANTINED, Side.TRUSTED);
  }

  /**
   * A rejected row without the texts that made it so: what does not fit a code list or a pattern,
   * or cannot be told apart, may be a name or an identity number and is not kept.
   */
  static String[] withoutSuspectText(TableSchema schema) {
    List<String> select = new ArrayList<>();
    for (String column : schema.columns()) {
      select.add(
          "CASE WHEN NOT arrays_overlap(%s, array('%s', 'CODE:%s', 'PATTERN:%s')) THEN %s END AS %s"
              .formatted(REASONS, UNREADABLE, column, column, quoted(column), quoted(column)));
    }
    select.addAll(List.of(FLAGS, RawTable.FILE, SIDE, REASONS));
    return select.toArray(String[]::new);
  }

  private static Column[] output(TableSchema schema) {
    List<Column> columns = new ArrayList<>();
    schema.columns().forEach(c -> columns.add(expr(quoted(c))));
    for (String own : List.of(FLAGS, RawTable.FILE, SIDE, REASONS)) {
      columns.add(expr(own));
    }
    return columns.toArray(Column[]::new);
  }
}
