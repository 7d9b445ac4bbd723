package se.helhetssyn.pipelines.intake;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/**
 * Screens raw tables and writes each row to its side: trusted (Delta Lake) or quarantine (Parquet
 * with reasons). What was written is counted again and must add up to what came.
 */
public final class IntakeJob {
  private static final String ORGANISATION = "org_unit";

  /** Tables taken in at a time. */
  private static final int HANDS = 3;

  private final TrustedTables trusted;
  private final StoreLayout store;
  private final String run;
  private final LocalDate latest;
  private final Map<String, Dataset<Row>> dropped = new ConcurrentHashMap<>();
  private final Map<String, List<QualityCount>> quality = new ConcurrentSkipListMap<>();
  private volatile @Nullable Dataset<Row> units;

  /**
   * @param run id of the run, under which rejected rows are kept
   * @param latest last day an event can have happened
   */
  public IntakeJob(SparkSession spark, StoreLayout store, String run, LocalDate latest) {
    this.trusted = new TrustedTables(spark, store);
    this.store = store;
    this.run = run;
    this.latest = latest;
  }

  /**
   * Takes tables in, several at a time: small tables leave most of a machine idle. A table waits
   * for those that its rows are held against.
   *
   * @param tables in the order of the contract: parents first
   * @return one count per table, in the same order
   */
  public List<Manifest.TableCount> take(List<RawTable> tables) {
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
            Stream.of(ORGANISATION), schema.foreignKeys().stream().map(ForeignKey::table))
        .distinct();
  }

  private Manifest.TableCount take(RawTable raw) {
    TableSchema schema = raw.schema();
    Dataset<Row> screened =
        new Screening(latest, dropped).screen(raw, units).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      ScreeningCounts counts = ScreeningCounts.of(schema.name(), screened);
      long version = trusted.replace(schema.name(), side(screened, Side.TRUSTED).drop(own()));
      if (counts.rows(Side.QUARANTINED) > 0) {
        quarantine(schema, screened);
      }
      Dataset<Row> kept = trusted.read(schema.name(), version);
      remember(schema, screened, kept, counts);
      quality.put(schema.name(), counts.quality());
      Manifest.TableCount count =
          new Manifest.TableCount(
              schema.name(),
              raw.rows().count(),
              kept.count(),
              counts.rows(Side.QUARANTINED),
              counts.rows(Side.DUPLICATE),
              counts.rows(Side.DROPPED),
              counts.unmapped(),
              version);
      requireConserved(count);
      return count;
    } finally {
      screened.unpersist();
    }
  }

  /** How many rows each reason and flag touched, over every table taken in so far. */
  public List<QualityCount> quality() {
    return quality.values().stream().flatMap(List::stream).toList();
  }

  private static String[] own() {
    return new String[] {RawTable.FILE, Screening.SIDE, Screening.REASONS};
  }

  private static Dataset<Row> side(Dataset<Row> screened, Side side) {
    return screened.filter(col(Screening.SIDE).equalTo(side.name()));
  }

  private void quarantine(TableSchema schema, Dataset<Row> screened) {
    side(screened, Side.QUARANTINED)
        .selectExpr(Screening.withoutSuspectText(schema))
        .withColumnRenamed(Screening.REASONS, "reasons")
        .withColumnRenamed(RawTable.FILE, "source_file")
        .drop(Screening.SIDE)
        .write()
        .parquet(store.quarantine(run).resolve(schema.name()).toUri().toString());
  }

  /** Keeps what later tables are held against: known units, and keys of dropped rows. */
  private void remember(
      TableSchema schema, Dataset<Row> screened, Dataset<Row> kept, ScreeningCounts counts) {
    if (schema.name().equals(ORGANISATION)) {
      units = kept.select(col("org_unit_id").as("key")).distinct().localCheckpoint();
    }
    boolean uncertain = schema.name().equals("person") && counts.rows(Side.QUARANTINED) > 0;
    if (schema.primaryKey().size() == 1 && (counts.rows(Side.DROPPED) > 0 || uncertain)) {
      dropped.put(
          schema.name(),
          screened
              .filter(keptNowhere(uncertain))
              .select(col(schema.primaryKey().getFirst()).as("key"))
              .filter(col("key").isNotNull())
              .distinct()
              .localCheckpoint());
    }
  }

  /** A person whose protection cannot be read is treated as protected in every other table. */
  private static String keptNowhere(boolean uncertain) {
    String dropped = "%s = '%s'".formatted(Screening.SIDE, Side.DROPPED);
    String unsure =
        " OR (%s = '%s' AND coalesce(protected_identity NOT IN ('NO'), TRUE))"
            .formatted(Screening.SIDE, Side.QUARANTINED);
    return uncertain ? dropped + unsure : dropped;
  }

  private static void requireConserved(Manifest.TableCount count) {
    if (!count.conserved()) {
      throw Refusal.gate(
          "Tabellen %s går inte ihop: %d rader kom, men %d betrodda, %d i karantän, %d dubbletter och %d som inte tas in är inte lika många; inget är publicerat."
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
