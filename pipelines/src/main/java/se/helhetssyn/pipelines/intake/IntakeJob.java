package se.helhetssyn.pipelines.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.removal.BlockedKeys;
import se.helhetssyn.pipelines.trusted.TrustedFiles;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/**
 * Takes a run's rows in, held together with those of earlier runs: each to its side, trusted (Delta
 * Lake) or set aside (Parquet with reasons). What was delivered must add up to what was read. What
 * is trusted afterwards depends on which files ever came, and on neither their order nor how they
 * were grouped into deliveries.
 */
public final class IntakeJob {

  /** Tables taken in at a time. */
  private static final int HANDS = 3;

  private final IntakeTerms terms;
  private final KnownRows known;
  private final Standing standing;
  private final StoreLayout store;
  private final TrustedTables trusted;
  private final DecidedRows decided;
  private final TableIntake intake;
  private final Map<String, TableIntake.Taken> taken = new ConcurrentHashMap<>();
  private final List<String> order = new CopyOnWriteArrayList<>();

  /**
   * @param run id of the run, under which rows set aside are kept
   * @param terms what is known of the delivery beforehand
   * @param standing what the run goes on from
   */
  public IntakeJob(
      SparkSession spark, StoreLayout store, String run, IntakeTerms terms, Standing standing) {
    this.terms = terms;
    this.standing = standing;
    this.store = store;
    this.known = new KnownRows(terms.personsMissing(), BlockedKeys.of(store));
    this.trusted = new TrustedTables(spark, store);
    this.decided = new DecidedRows(spark, store, terms, standing);
    this.intake = new TableIntake(spark, store, run, known, standing, decided);
  }

  /**
   * Into an empty store and without a manifest.
   *
   * @param latest last day an event can have happened
   */
  public IntakeJob(SparkSession spark, StoreLayout store, String run, LocalDate latest) {
    this(spark, store, run, IntakeTerms.until(latest), Standing.NONE);
  }

  /**
   * Takes tables in, several at a time: small tables leave most of a machine idle. A table waits
   * for those that its rows are held against.
   *
   * @param tables those that came, in the order of the contract: parents first
   * @return one count per table, in the same order
   */
  public List<Manifest.TableCount> take(List<RawTable> tables) {
    Long organisation = standing.state().trusted().get(KnownRows.ORGANISATION);
    if (organisation != null) {
      known.remember(UnitTree.of(trusted.read(KnownRows.ORGANISATION, organisation)));
    }
    Map<String, RawTable> raw = new LinkedHashMap<>();
    tables.forEach(table -> raw.put(table.schema().name(), table));
    try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
      try {
        start(raw, hands).forEach(CompletableFuture::join);
      } catch (CompletionException e) {
        hands.shutdownNow();
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
    return tables.stream().map(table -> count(table.schema().name())).toList();
  }

  private List<CompletableFuture<?>> start(Map<String, RawTable> raw, ExecutorService hands) {
    Map<String, CompletableFuture<?>> started = new LinkedHashMap<>();
    for (TableSchema schema : tables(raw)) {
      order.add(schema.name());
      CompletableFuture<?>[] before =
          parents(schema)
              .map(started::get)
              .filter(Objects::nonNull)
              .toArray(CompletableFuture<?>[]::new);
      started.put(
          schema.name(),
          CompletableFuture.allOf(before)
              .thenRunAsync(() -> take(schema, raw.get(schema.name())), hands));
    }
    return List.copyOf(started.values());
  }

  /** Those that came, and those of earlier runs that they may bear on. */
  private List<TableSchema> tables(Map<String, RawTable> raw) {
    Map<String, TableSchema> tables = new LinkedHashMap<>();
    standing.tables().stream()
        .filter(t ->
            raw.containsKey(t.name())
                || standing.state().trusted().containsKey(t.name())
                || decided.isAny())
        .forEach(t -> tables.put(t.name(), t));
    raw.forEach((name, table) -> tables.putIfAbsent(name, table.schema()));
    return List.copyOf(tables.values());
  }

  private static Stream<String> parents(TableSchema schema) {
    return Stream.concat(
            Stream.of(KnownRows.ORGANISATION), schema.foreignKeys().stream().map(ForeignKey::table))
        .distinct();
  }

  private void take(TableSchema schema, @Nullable RawTable raw) {
    TableIntake.Taken result =
        intake.take(schema, raw, terms.of(schema.name()), isChanged(KnownRows.PERSONS));
    requireBalance(result.counts());
    taken.put(schema.name(), result);
  }

  private boolean isChanged(String table) {
    TableIntake.Taken result = taken.get(table);
    return result != null
        && !Objects.equals(result.trusted(), standing.state().trusted().get(table));
  }

  private Manifest.TableCount count(String table) {
    TableIntake.Taken result = Objects.requireNonNull(taken.get(table));
    ScreeningCounts counts = Objects.requireNonNull(result.counts());
    Manifest.TableCount count =
        new Manifest.TableCount(
            table,
            counts.accounts(terms.of(table)).stream().mapToLong(FileAccount::delivered).sum(),
            counts.rows(Side.TRUSTED),
            counts.rows(Side.QUARANTINED),
            counts.rows(Side.DUPLICATE),
            counts.rows(Side.REJECTED) + counts.rows(Side.DROPPED),
            counts.unmapped(),
            Objects.requireNonNull(result.trusted()));
    requireConserved(count);
    return count;
  }

  private Stream<TableIntake.Taken> taken() {
    return order.stream().flatMap(table -> Stream.ofNullable(taken.get(table)));
  }

  private Stream<ScreeningCounts> counted() {
    return taken().flatMap(each -> Stream.ofNullable(each.counts()));
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

  /** Keys, by table, that must not come back once what this run made is published. */
  public Map<String, Set<String>> toBlock() {
    return known.toBlock();
  }

  /**
   * Tells of persons one of whose keys must not come back.
   *
   * @param keys every key that is known to be theirs
   */
  public void ban(Set<String> keys) {
    known.ban(keys);
  }

  /** Decisions that could not be carried out, and why. */
  public List<String> leftOut() {
    return decided.notes();
  }

  /** How the trusted rows of every table changed. */
  public List<RowChange> changes() {
    return taken().flatMap(each -> each.changes().stream()).toList();
  }

  /**
   * This run's full loads held against their neighbours in time.
   *
   * @param scratch for what does not fit in memory
   */
  public List<DeliveryComparison> comparisons(Path scratch) {
    LoadComparison comparison = new LoadComparison(terms, known);
    TrustedFiles files = TrustedFiles.ofReceived(store);
    Map<String, Long> versions = state().received();
    return standing.tables().stream()
        .filter(table -> terms.of(table.name()).files().stream().anyMatch(FileTerms::isFull))
        .filter(table -> versions.containsKey(table.name()))
        .flatMap(table -> {
          long version = Objects.requireNonNull(versions.get(table.name()));
          return comparison.of(table, files.of(table.name(), version), scratch).stream();
        })
        .toList();
  }

  /** Keys of persons of whom this run said that nothing may be kept. */
  public Set<String> gone() {
    return known.goneFrom(KnownRows.PERSONS);
  }

  /** Versions of the tables as they are now. */
  public StoreState state() {
    Map<String, Long> counting = new TreeMap<>(standing.state().trusted());
    Map<String, Long> received = new TreeMap<>(standing.state().received());
    taken.forEach((table, result) -> {
      Stream.ofNullable(result.trusted()).forEach(version -> counting.put(table, version));
      Stream.ofNullable(result.received()).forEach(version -> received.put(table, version));
    });
    return new StoreState(counting, received, standing.state().culledBefore(), List.of());
  }

  private void requireBalance(@Nullable ScreeningCounts counts) {
    if (counts == null) {
      return;
    }
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
