package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.DeliveredFile;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.delivery.ExceptedColumn;
import se.helhetssyn.pipelines.door.Incident;
import se.helhetssyn.pipelines.intake.FileAccount;
import se.helhetssyn.pipelines.intake.Intake;
import se.helhetssyn.pipelines.intake.IntakeJob;
import se.helhetssyn.pipelines.intake.IntakeTerms;
import se.helhetssyn.pipelines.intake.RawTable;
import se.helhetssyn.pipelines.intake.RawTables;
import se.helhetssyn.pipelines.intake.RememberedSuccessions;
import se.helhetssyn.pipelines.intake.Standing;
import se.helhetssyn.pipelines.mapping.MappingDefinition.DeliveredPeriod;
import se.helhetssyn.pipelines.mapping.Mappings;
import se.helhetssyn.pipelines.marks.DeliveredTime;
import se.helhetssyn.pipelines.marks.MarkInput;
import se.helhetssyn.pipelines.marks.Marks;
import se.helhetssyn.pipelines.marks.QualityMarks;
import se.helhetssyn.pipelines.removal.BlockedKeys;
import se.helhetssyn.pipelines.trusted.TrustedFiles;

/**
 * Takes a delivery in: every file through the door, every row that has not come before through
 * screening, and what counts now held against itself across tables.
 */
final class DeliveryIntake {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final RunRequest request;
  private final StoreLayout store;
  private final String run;
  private final DataPackage contract;
  private final Mappings mappings;
  private final Delivery delivery;
  private final Served served;
  private final Instant now = Instant.now();
  private final Loads loads;
  private final KnownFiles known;
  private final RawTables raw;
  private final List<String> leftOut = new ArrayList<>();
  private final Map<String, Set<String>> toBlock = new HashMap<>();

  private DeliveryIntake(
      RunRequest request,
      StoreLayout store,
      String run,
      DataPackage contract,
      Mappings mappings,
      Delivery delivery,
      Served served) {
    this.request = request;
    this.store = store;
    this.run = run;
    this.contract = contract;
    this.mappings = mappings;
    this.delivery = delivery;
    this.served = served;
    this.loads =
        Loads.of(
            delivery,
            table -> contract.find(table).isPresent(),
            served.deliveries(),
            ReadBy.of(mappings, delivery),
            now);
    this.known = new KnownFiles(loads.known(), served.deliveries());
    this.raw = mappings.raw(delivery.without(loads.unread()), served.state().trusted().keySet());
  }

  /**
   * Receives the files. Nothing of them is written; incidents are put on record before anything
   * else can go wrong.
   */
  static DeliveryIntake receive(
      RunRequest request,
      StoreLayout store,
      String run,
      DataPackage contract,
      Mappings mappings,
      List<ExceptedColumn> excepted,
      Served served) {
    Delivery delivery =
        Delivery.receive(
            request.extracts(),
            mappings,
            excepted,
            away -> Incident.of(away, Instant.now()).ifPresent(i -> i.writeTo(store, run)));
    delivery.requireFoundation();
    if (served.isForgetful()) {
      delivery.requireWhole();
    }
    return new DeliveryIntake(request, store, run, contract, mappings, delivery, served);
  }

  Delivery delivery() {
    return delivery;
  }

  /** How much may be judged: the files of this delivery, and what is kept of those before. */
  long bytes() {
    TrustedFiles received = TrustedFiles.ofReceived(store);
    LongStream kept =
        served.state().received().entrySet().stream()
            .flatMap(table -> received.of(table.getKey(), table.getValue()).stream())
            .mapToLong(file -> file.toFile().length());
    return LongStream.concat(delivery.inputs().stream().mapToLong(Manifest.Input::bytes), kept)
        .sum();
  }

  /** What people are told before the rows are read. */
  List<String> notes() {
    List<String> notes = new ArrayList<>(DeliveryNotes.of(delivery, mappings));
    notes.addAll(known.notes());
    return notes;
  }

  private Set<String> incomplete() {
    return Set.copyOf(delivery.incomplete());
  }

  /**
   * Sees to it that what nothing may be kept of does not come back, and that what was kept before
   * goes.
   */
  void block() {
    BlockedKeys blocked = BlockedKeys.of(store);
    Set<String> before = blocked.all(BlockedKeys.PERSONS);
    toBlock.forEach(blocked::add);
    if (served.generation() != null && !blocked.all(BlockedKeys.PERSONS).equals(before)) {
      blocked.expectRows();
    }
  }

  /** What people are told when the rows are read: decisions that could not be carried out. */
  List<String> leftOut() {
    return leftOut;
  }

  /**
   * Screens the rows and looks across tables.
   *
   * @param scratch for what is not kept
   * @param generation where the marks of rows are kept
   */
  Intake take(SparkSession spark, Path scratch, Path generation) {
    StoreState before = served.recovered(spark, store);
    RememberedSuccessions successions =
        new RememberedSuccessions(
            spark,
            store,
            before.received().get(RememberedSuccessions.TABLE),
            delivery.successions());
    Standing standing =
        new Standing(before, contract.tables(), successions.changed(), served.isComparable());
    IntakeJob job = new IntakeJob(spark, store, run, terms(successions), standing);
    job.ban(successions.tiedTo(Set.of()));
    List<Manifest.TableCount> read = job.take(raw(spark));
    leftOut.addAll(job.leftOut());
    toBlock.putAll(job.toBlock());
    toBlock.merge(
        BlockedKeys.PERSONS,
        successions.tiedTo(job.gone()),
        (one, other) -> Stream.of(one, other).flatMap(Set::stream).collect(toSet()));
    StoreState state = with(job.state(), successions.keep(job.gone()));
    delivery.requireUnchanged();
    List<Manifest.TableCount> counts = known.added(read, state.trusted());
    DoorFindings door = new DoorFindings(delivery);
    List<FileAccount> accounts =
        together(Stream.of(job.accounts(), known.accounts(), door.turnedAway()));
    DeliveryLog log = new Ledger(run, now).extended(served.deliveries(), delivery, loads, accounts);
    Marks marks = marks(state, log, scratch, generation);
    return new Intake(
        delivery.inputs(),
        door.withTurnedAway(counts),
        together(Stream.of(door.findings(), known.findings(), job.findings(), marks.findings())),
        together(Stream.of(door.checked(), known.checked(), job.checked(), marks.checked())),
        marks.silent(),
        accounts,
        incomplete(),
        state,
        log,
        job.changes(),
        job.comparisons(scratch));
  }

  private static StoreState with(StoreState state, @Nullable Long successions) {
    Map<String, Long> received = new HashMap<>(state.received());
    if (successions != null) {
      received.put(RememberedSuccessions.TABLE, successions);
    }
    return new StoreState(state.trusted(), received, state.culledBefore(), state.removals());
  }

  private static <T> List<T> together(Stream<List<T>> lists) {
    return lists.flatMap(List::stream).toList();
  }

  /** Every table of which something has not come before. */
  private List<RawTable> raw(SparkSession spark) {
    return contract.tables().stream()
        .filter(table -> loads.isAnyFresh(table.name()))
        .flatMap(table -> raw.table(table, spark).stream())
        .map(table -> without(table, loads.known(table.schema().name())))
        .toList();
  }

  private static RawTable without(RawTable table, Set<String> files) {
    Object[] names = files.toArray();
    return names.length == 0
        ? table
        : new RawTable(table.schema(), table.rows().filter(not(col(RawTable.FILE).isin(names))));
  }

  private IntakeTerms terms(RememberedSuccessions successions) {
    return new IntakeTerms(
        latest(served.deliveries()),
        now,
        loads.fresh(),
        Loads.earlier(served.deliveries()),
        successions.map(),
        delivery.lacksSome("person"));
  }

  /** The last day anything was taken out of its source, else today. */
  private LocalDate latest(DeliveryLog before) {
    return Stream.concat(
            delivery.extractedOn().stream(),
            announced(before)
                .map(file -> Instant.parse(file.extractedAt()).atZone(SWEDEN).toLocalDate()))
        .max(LocalDate::compareTo)
        .orElseGet(() -> {
          LocalDate today = LocalDate.now(SWEDEN);
          return today.isAfter(request.asOf()) ? today : request.asOf();
        });
  }

  private static Stream<DeliveredFile> announced(DeliveryLog log) {
    return log.files().stream().filter(file -> file.taken() && file.announced());
  }

  private Marks marks(StoreState state, DeliveryLog log, Path scratch, Path generation) {
    Map<String, String> names = new HashMap<>();
    log.files().stream()
        .filter(DeliveredFile::taken)
        .forEach(file -> names.put(file.extractId(), file.file()));
    return QualityMarks.find(
        new MarkInput(store, state.trusted(), times(log), latest(log), names, scratch),
        contract,
        generation.resolve("quality_mark.parquet"));
  }

  /** By the manifests; else every table came for the time that figures can be published for. */
  private List<DeliveredTime> times(DeliveryLog log) {
    List<DeliveredTime> told =
        announced(log)
            .map(f ->
                new DeliveredTime(
                    f.table(), f.root(), LocalDate.parse(f.from()), LocalDate.parse(f.to())))
            .distinct()
            .toList();
    if (!told.isEmpty()) {
      return told;
    }
    Optional<DeliveredPeriod> mapped = mappings.period();
    LocalDate from = mapped.map(DeliveredPeriod::from).orElse(null);
    LocalDate to = mapped.map(DeliveredPeriod::to).orElse(request.asOf());
    return contract.tables().stream()
        .map(table -> new DeliveredTime(table.name(), null, from, to))
        .toList();
  }
}
