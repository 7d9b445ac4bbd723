package se.helhetssyn.pipelines.run;

import java.nio.file.Files;
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
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.delivery.Announcement;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.delivery.ExceptedColumn;
import se.helhetssyn.pipelines.delivery.ReceivedFile;
import se.helhetssyn.pipelines.door.Incident;
import se.helhetssyn.pipelines.intake.CheckedRows;
import se.helhetssyn.pipelines.intake.FileAccount;
import se.helhetssyn.pipelines.intake.FileTerms;
import se.helhetssyn.pipelines.intake.Finding;
import se.helhetssyn.pipelines.intake.Intake;
import se.helhetssyn.pipelines.intake.IntakeJob;
import se.helhetssyn.pipelines.intake.IntakeTerms;
import se.helhetssyn.pipelines.intake.RawTables;
import se.helhetssyn.pipelines.mapping.MappingDefinition.DeliveredPeriod;
import se.helhetssyn.pipelines.mapping.Mappings;
import se.helhetssyn.pipelines.marks.DeliveredTime;
import se.helhetssyn.pipelines.marks.MarkInput;
import se.helhetssyn.pipelines.marks.Marks;
import se.helhetssyn.pipelines.marks.QualityMarks;

/**
 * Takes a delivery in: every file through the door, every row through screening, and what was kept
 * held against itself across tables.
 */
final class DeliveryIntake {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final RunRequest request;
  private final StoreLayout store;
  private final String run;
  private final DataPackage contract;
  private final Mappings mappings;
  private final Delivery delivery;
  private final RawTables raw;

  private DeliveryIntake(
      RunRequest request,
      StoreLayout store,
      String run,
      DataPackage contract,
      Mappings mappings,
      Delivery delivery) {
    this.request = request;
    this.store = store;
    this.run = run;
    this.contract = contract;
    this.mappings = mappings;
    this.delivery = delivery;
    this.raw = mappings.raw(delivery);
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
      List<ExceptedColumn> excepted) {
    Delivery delivery =
        Delivery.receive(
            request.extracts(),
            mappings,
            excepted,
            away -> Incident.of(away, Instant.now()).ifPresent(i -> i.writeTo(store, run)));
    delivery.requireFoundation();
    delivery.requireWhole(Files.notExists(store.pointer()));
    return new DeliveryIntake(request, store, run, contract, mappings, delivery);
  }

  Delivery delivery() {
    return delivery;
  }

  /** What people are told before the rows are read. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    mappings
        .canonicalBeside(delivery)
        .forEach(name ->
            notes.add(name + " läses i det kanoniska formatet: ingen mappning svarar mot filen."));
    delivery
        .ignored()
        .forEach(
            name -> notes.add(name + " läses inte: ingen tabell eller mappning svarar mot filen."));
    delivery.turnedAway().stream()
        .map(ReceivedFile::arrived)
        .distinct()
        .flatMap(file -> file.turnedAway().stream())
        .forEach(away -> notes.add(away.reason()));
    delivery
        .missing()
        .forEach(each ->
            notes.add(
                "Manifestet nämner en fil för %s (%s) som inte har kommit: leverera den, eller ta bort raden."
                    .formatted(each.table(), each.extractId())));
    if (delivery.unreadable() > 0) {
      notes.add(
          "Manifestet har %d rader som inte går att läsa; det som står där används inte."
              .formatted(delivery.unreadable()));
    }
    if (delivery.lacksSome("person")) {
      notes.add(
          "En fil med personer avvisades: rader om personer som inte finns i de andra tas inte in.");
    }
    delivery
        .noFiles()
        .forEach(name -> notes.add(name + " läses inte: det är ingen fil. Leverera en fil."));
    incomplete()
        .forEach(table ->
            notes.add(
                "Inget räknas på %s: en fil avvisades, och inget manifest säger vad den gällde."
                    .formatted(table)));
    return notes;
  }

  private Set<String> incomplete() {
    return Set.copyOf(delivery.incomplete());
  }

  /**
   * Screens the rows and looks across tables.
   *
   * @param scratch for what is not kept
   * @param generation where the marks of rows are kept
   */
  Intake take(SparkSession spark, Path scratch, Path generation) {
    IntakeJob job = new IntakeJob(spark, store, run, terms());
    List<Manifest.TableCount> counts =
        job.take(contract.tables().stream().flatMap(t -> raw.table(t, spark).stream()).toList());
    delivery.requireUnchanged();
    Marks marks = marks(counts, scratch, generation);
    DoorFindings door = new DoorFindings(delivery);
    List<Finding> findings = new ArrayList<>(door.findings());
    findings.addAll(job.findings());
    findings.addAll(marks.findings());
    List<CheckedRows> checked = new ArrayList<>(door.checked());
    checked.addAll(job.checked());
    checked.addAll(marks.checked());
    List<FileAccount> accounts = new ArrayList<>(job.accounts());
    accounts.addAll(door.turnedAway());
    return new Intake(
        delivery.inputs(),
        door.withTurnedAway(counts),
        findings,
        checked,
        marks.silent(),
        accounts,
        incomplete(),
        StoreState.NONE,
        new DeliveryLog(List.of()),
        List.of(),
        List.of());
  }

  private IntakeTerms terms() {
    List<FileTerms> files = new ArrayList<>();
    for (ReceivedFile file : delivery.files()) {
      if (file.isTaken()) {
        file.tables().forEach(table -> files.add(terms(file, table)));
      }
    }
    return new IntakeTerms(
        latest(), Instant.now(), files, delivery.successions(), delivery.lacksSome("person"));
  }

  private FileTerms terms(ReceivedFile file, String table) {
    return new FileTerms(
        file.name(),
        table,
        file.extractId(table),
        file.source(table),
        file.isCanonical() ? file.arrived().rows() : null,
        file.announcement(table).map(a -> a.extractedAt().atZone(SWEDEN).toInstant()).orElse(null),
        file.announcement(table)
            .map(a -> new FileTerms.Load(a.fullLoad(), a.root().orElse(null), a.from(), a.to()))
            .orElse(null));
  }

  private LocalDate latest() {
    return delivery
        .extractedOn()
        .orElseGet(() -> {
          LocalDate today = LocalDate.now(SWEDEN);
          return today.isAfter(request.asOf()) ? today : request.asOf();
        });
  }

  private Marks marks(List<Manifest.TableCount> counts, Path scratch, Path generation) {
    Map<String, Long> versions = new HashMap<>();
    counts.forEach(count -> versions.put(count.table(), count.version()));
    Map<String, String> names = new HashMap<>();
    for (ReceivedFile file : delivery.files()) {
      file.tables().forEach(table -> names.put(file.extractId(table), file.name()));
    }
    return QualityMarks.find(
        new MarkInput(store, versions, times(), latest(), names, scratch),
        contract,
        generation.resolve("quality_mark.parquet"));
  }

  /** By the manifest; else every table came for the time that figures can be published for. */
  private List<DeliveredTime> times() {
    List<Announcement> covered = delivery.covered();
    if (!covered.isEmpty()) {
      return covered.stream()
          .map(a -> new DeliveredTime(a.table(), a.root().orElse(null), a.from(), a.to()))
          .toList();
    }
    Optional<DeliveredPeriod> mapped = mappings.period();
    LocalDate from = mapped.map(DeliveredPeriod::from).orElse(null);
    LocalDate to = mapped.map(DeliveredPeriod::to).orElse(request.asOf());
    return contract.tables().stream()
        .map(table -> new DeliveredTime(table.name(), null, from, to))
        .toList();
  }
}
