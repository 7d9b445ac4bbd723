package se.helhetssyn.pipelines.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.nio.file.Files;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.inbox.Inbox;
import se.helhetssyn.pipelines.inbox.InboxRows;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/**
 * Rows that people decided in the dashboards. They win over every delivered row of the same key,
 * however new, and are made anew in every run: they are no delivery and are not kept among what was
 * delivered.
 */
final class DecidedRows {
  private final SparkSession spark;
  private final Inbox inbox;
  private final IntakeTerms terms;
  private final Set<String> before;
  private volatile InboxRows rows = new InboxRows(Map.of(), List.of());

  DecidedRows(SparkSession spark, StoreLayout store, IntakeTerms terms, Standing standing) {
    this.spark = spark;
    this.inbox = Inbox.read(store);
    this.terms = terms;
    this.before =
        Files.isDirectory(store.inbox())
            ? before(new TrustedTables(spark, store), standing.state().trusted())
            : Set.of();
  }

  /** Tables that hold decided rows: they may be decided no longer. */
  private static Set<String> before(TrustedTables trusted, Map<String, Long> versions) {
    Set<String> tables = new TreeSet<>();
    for (String table : Inbox.TABLES) {
      Long version = versions.get(table);
      if (version != null
          && !trusted
              .read(table, version)
              .filter(col("source_system").equalTo(Inbox.SOURCE))
              .isEmpty()) {
        tables.add(table);
      }
    }
    return tables;
  }

  /** Whether anything is decided. */
  boolean isAny() {
    return inbox.hasRows();
  }

  /** Decisions that were left out, and why. */
  List<String> notes() {
    return rows.notes();
  }

  /**
   * Carries the decisions out on the organisation as it was delivered.
   *
   * @param units the rows of {@code org_unit} that count without them
   */
  void carryOut(TableSchema schema, Dataset<Row> units) {
    Column[] texts =
        schema.columns().stream().map(c -> col(quoted(c)).cast("string")).toArray(Column[]::new);
    List<Map<String, String>> delivered = new ArrayList<>();
    for (Row unit : units.select(texts).collectAsList()) {
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < texts.length; i++) {
        if (!unit.isNullAt(i)) {
          values.put(schema.columns().get(i), unit.getString(i));
        }
      }
      delivered.add(values);
    }
    rows = inbox.rows(delivered);
  }

  /** Whether rows of a table are decided, or were. */
  boolean isAbout(TableSchema schema) {
    return rows.tables().containsKey(schema.name()) || before.contains(schema.name());
  }

  /** A table's rows in the form of those of earlier runs; empty if there are none. */
  Optional<Dataset<Row>> of(TableSchema schema) {
    return Optional.of(schema)
        .filter(this::isAbout)
        .map(about -> rows.tables().getOrDefault(about.name(), List.of()))
        .map(decided -> decided.stream().map(row -> texts(schema, row)).toList())
        .map(decided -> spark.createDataFrame(decided, type(schema)))
        .map(this::told);
  }

  private static Row texts(TableSchema schema, Map<String, String> row) {
    @Nullable Object[] values = schema.columns().stream().map(row::get).toArray();
    return RowFactory.create(values);
  }

  private static StructType type(TableSchema schema) {
    StructType type = new StructType();
    for (String column : schema.columns()) {
      type = type.add(column, DataTypes.StringType);
    }
    return type;
  }

  private Dataset<Row> told(Dataset<Row> decided) {
    return decided
        .withColumn(RawTable.COMPARED, lit(null).cast("string"))
        .withColumn(Origins.LOAD, lit(Inbox.SOURCE))
        .withColumn(Origins.AGE, lit(Long.MAX_VALUE))
        .withColumn(Origins.SOURCE, lit(Inbox.SOURCE))
        .withColumn(Origins.EXTRACT, lit(Inbox.SOURCE))
        .withColumn(Origins.LATEST, expr("DATE '9999-12-31'"))
        .withColumn(Origins.CHANGE, lit(false))
        .withColumn(Origins.LOADED, lit(Timestamp.from(terms.loadedAt())))
        .withColumn(RawTable.ROW, lit(1L));
  }
}
