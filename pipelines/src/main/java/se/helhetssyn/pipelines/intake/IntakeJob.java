package se.helhetssyn.pipelines.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static se.helhetssyn.pipelines.intake.SqlText.literal;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.spark.Location;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/**
 * Screens raw tables and writes each row to its side: trusted (Delta Lake) or set aside (Parquet
 * with reasons). What was delivered must add up to what was read, and what was kept to what the
 * trusted table says was written.
 */
public final class IntakeJob {

  /** Tables taken in at a time. */
  private static final int HANDS = 3;

  private final TrustedTables trusted;
  private final StoreLayout store;
  private final String run;
  private final IntakeTerms terms;
  private final KnownRows known;
  private final Map<String, ScreeningCounts> counted = new ConcurrentHashMap<>();
  private final List<String> order = new CopyOnWriteArrayList<>();

  /**
   * @param run id of the run, under which rows set aside are kept
   * @param terms what is known of the delivery beforehand
   */
  public IntakeJob(SparkSession spark, StoreLayout store, String run, IntakeTerms terms) {
    this.trusted = new TrustedTables(spark, store);
    this.store = store;
    this.run = run;
    this.terms = terms;
    this.known = new KnownRows(terms.personsMissing());
  }

  /**
   * Without a manifest.
   *
   * @param latest last day an event can have happened
   */
  public IntakeJob(SparkSession spark, StoreLayout store, String run, LocalDate latest) {
    this(spark, store, run, IntakeTerms.until(latest));
  }

  /**
   * Takes tables in, several at a time: small tables leave most of a machine idle. A table waits
   * for those that its rows are held against.
   *
   * @param tables in the order of the contract: parents first
   * @return one count per table, in the same order
   */
  public List<Manifest.TableCount> take(List<RawTable> tables) {
    tables.forEach(raw -> order.add(raw.schema().name()));
    try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
      try {
        return start(tables, hands).stream().map(CompletableFuture::join).toList();
      } catch (CompletionException e) {
        hands.shutdownNow();
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
  }

  private List<CompletableFuture<Manifest.TableCount>> start(
      List<RawTable> tables, ExecutorService hands) {
    Map<String, CompletableFuture<Manifest.TableCount>> taken = new LinkedHashMap<>();
    for (RawTable raw : tables) {
      CompletableFuture<?>[] before =
          parents(raw.schema())
              .map(taken::get)
              .filter(Objects::nonNull)
              .toArray(CompletableFuture<?>[]::new);
      taken.put(
          raw.schema().name(),
          CompletableFuture.allOf(before).thenApplyAsync(done -> take(raw), hands));
    }
    return List.copyOf(taken.values());
  }

  private static Stream<String> parents(TableSchema schema) {
    return Stream.concat(
            Stream.of(KnownRows.ORGANISATION), schema.foreignKeys().stream().map(ForeignKey::table))
        .distinct();
  }

  private Manifest.TableCount take(RawTable raw) {
    TableSchema schema = raw.schema();
    IntakeTerms own = terms.of(schema.name());
    TableChecks checks = TableChecks.of(schema, own, known);
    Dataset<Row> screened =
        Screening.screen(raw, checks, own, known).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      ScreeningCounts counts = ScreeningCounts.of(schema.name(), checks, screened);
      requireBalance(counts);
      TrustedTables.Written written =
          trusted.replace(schema.name(), withOrigin(schema, side(screened, Side.TRUSTED), own));
      if (counts.rows(Side.QUARANTINED) + counts.rows(Side.REJECTED) > 0) {
        setAside(schema, screened);
      }
      known.learn(schema, screened, counts, () -> trusted.read(schema.name(), written.version()));
      counted.put(schema.name(), counts);
      Manifest.TableCount count = count(schema.name(), counts, written);
      requireConserved(count);
      return count;
    } finally {
      screened.unpersist();
    }
  }

  private Manifest.TableCount count(
      String table, ScreeningCounts counts, TrustedTables.Written written) {
    return new Manifest.TableCount(
        table,
        counts.accounts(terms.of(counts.table())).stream().mapToLong(FileAccount::delivered).sum(),
        written.rows(),
        counts.rows(Side.QUARANTINED),
        counts.rows(Side.DUPLICATE),
        counts.rows(Side.REJECTED) + counts.rows(Side.DROPPED),
        counts.unmapped(),
        written.version());
  }

  private Stream<ScreeningCounts> counted() {
    return order.stream().map(counted::get).filter(Objects::nonNull);
  }

  /** What was found in the rows of every table taken in so far. */
  public List<Finding> findings() {
    return counted().flatMap(counts -> counts.findings().stream()).toList();
  }

  /** How many rows each rule was held against, in every table taken in so far. */
  public List<CheckedRows> checked() {
    return counted().flatMap(counts -> counts.checked().stream()).toList();
  }

  /** Where the rows of every file of the tables taken in so far went. */
  public List<FileAccount> accounts() {
    return counted().flatMap(counts -> counts.accounts(terms.of(counts.table())).stream()).toList();
  }

  private static Dataset<Row> side(Dataset<Row> screened, Side... sides) {
    Object[] names = Arrays.stream(sides).map(Side::name).toArray();
    return screened.filter(col(Screening.SIDE).isin(names));
  }

  /** The rows with where each comes from, for the columns that the table has not itself. */
  private Dataset<Row> withOrigin(TableSchema schema, Dataset<Row> rows, IntakeTerms own) {
    Map<String, Column> origin = new LinkedHashMap<>();
    origin.put("source_system", expr(own.perFile(f -> literal(f.sourceSystem()), "''")));
    origin.put("extract_id", expr(own.perFile(f -> literal(f.extractId()), RawTable.FILE)));
    origin.put("source_row_id", col(RawTable.ROW).cast("string"));
    origin.put("loaded_at", lit(Timestamp.from(terms.loadedAt())));
    origin.keySet().removeAll(schema.columns());
    List<Column> columns = new ArrayList<>();
    schema.columns().forEach(c -> columns.add(col(quoted(c))));
    columns.add(col(Screening.FLAGS));
    origin.forEach((name, value) -> columns.add(value.as(name)));
    return rows.select(columns.toArray(Column[]::new));
  }

  private void setAside(TableSchema schema, Dataset<Row> screened) {
    side(screened, Side.QUARANTINED, Side.REJECTED)
        .selectExpr(Screening.withoutSuspectText(schema))
        .withColumnRenamed(Screening.REASONS, "reasons")
        .withColumnRenamed(RawTable.FILE, "source_file")
        .withColumnRenamed(RawTable.ROW, "source_row")
        .write()
        .parquet(Location.of(store.quarantine(run).resolve(schema.name())));
  }

  private void requireBalance(ScreeningCounts counts) {
    for (FileAccount account : counts.accounts(terms.of(counts.table()))) {
      if (!account.balances()) {
        throw Refusal.gate(
            "Filen %s går inte ihop: %d rader kom, men %d betrodda, %d i karantän, %d dubbletter och %d avvisade är inte lika många; inget är publicerat."
                .formatted(
                    account.file(),
                    account.delivered(),
                    account.trusted(),
                    account.quarantined(),
                    account.duplicates(),
                    account.rejected()));
      }
    }
  }

  private static void requireConserved(Manifest.TableCount count) {
    if (!count.conserved()) {
      throw Refusal.gate(
          "Tabellen %s går inte ihop: %d rader kom, men %d betrodda, %d i karantän, %d dubbletter och %d avvisade är inte lika många; inget är publicerat."
              .formatted(
                  count.table(),
                  count.delivered(),
                  count.trusted(),
                  count.quarantined(),
                  count.duplicates(),
                  count.rejected()));
    }
  }
}
