package se.helhetssyn.pipelines.run;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.door.Door;
import se.helhetssyn.pipelines.file.Folders;
import se.helhetssyn.pipelines.inbox.Inbox;
import se.helhetssyn.pipelines.intake.Intake;
import se.helhetssyn.pipelines.mapping.Mappings;
import se.helhetssyn.pipelines.publish.MartBuilder;
import se.helhetssyn.pipelines.publish.MartInput;
import se.helhetssyn.pipelines.publish.Protection;
import se.helhetssyn.pipelines.publish.Publication;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.removal.BlockedKeys;
import se.helhetssyn.pipelines.removal.CutOffRemoval;
import se.helhetssyn.pipelines.removal.Erasure;
import se.helhetssyn.pipelines.removal.Removed;
import se.helhetssyn.pipelines.removal.UnneededVersions;
import se.helhetssyn.pipelines.spark.SmallWork;
import se.helhetssyn.pipelines.spark.SparkEngine;

/** One run: from the files of a delivery to a published generation. */
public final class PipelineJob {
  private static final int STAGES = 5;

  private final RunRequest request;
  private final StoreLayout store;
  private final Publication publication;
  private final String run;
  private final DataPackage contract = DataPackage.load();
  private final RunSettings settings;
  private final IndicatorCatalogue catalogue;
  private final Mappings mappings;

  private PipelineJob(RunRequest request) {
    this.request = request;
    this.store = new StoreLayout(request.store());
    this.publication = new Publication(store);
    this.run = request.run().text();
    this.settings = RunSettings.read(request.settings(), Inbox.read(store), request.asOf());
    this.catalogue = Definitions.load(contract, settings);
    this.mappings = Mappings.read(request.mappings(), contract);
  }

  /**
   * Runs.
   *
   * @param screen where progress goes
   * @param terminal whether the screen is a terminal
   * @return what was published
   */
  public static Manifest run(RunRequest request, PrintStream screen, boolean terminal) {
    return new PipelineJob(request).locked(screen, terminal);
  }

  private Manifest locked(PrintStream screen, boolean terminal) {
    Door.filesIn(request.extracts());
    publication.requireNoNewerFormat();
    try (StoreLock lock = StoreLock.take(store.lock(), run);
        RunLog log = RunLog.start(store.events(run), STAGES, screen, terminal);
        TechnicalLog details =
            TechnicalLog.start(store.events(run).resolveSibling("technical.log"))) {
      log.plan(RunPlan.after(store, publication.served().orElse(null)));
      lock.unfinishedRun().map(this::cleanUpAfter).ifPresent(log::note);
      CutOffRemoval.refuseIn(store);
      if (publication.isPointerDamaged()) {
        log.note("Lagrets pekare är skadad; när den här körningen är klar pekar den rätt igen.");
      }
      Manifest manifest = publish(log, details);
      log.published();
      afterwards(
          () -> forget(log, details),
          "Det som fanns kvar om personer som inte får sparas är inte helt borttaget; nästa körning försöker igen.",
          log,
          details);
      afterwards(
          this::prune,
          "Äldre publiceringar är inte helt bortstädade; nästa körning försöker igen.",
          log,
          details);
      return manifest;
    }
  }

  private Manifest publish(RunLog log, TechnicalLog details) {
    try {
      return publish(log);
    } catch (Throwable failure) { // Spark throws checked exceptions that its methods do not declare
      Refusal refusal =
          new StoppedRun(request.store(), publication.served(), details.file()).because(failure);
      if (refusal.getCause() != null) {
        details.describe(refusal.getCause());
      }
      log.stopped(String.valueOf(refusal.getMessage()));
      throw refusal;
    } finally {
      tidy(log, () -> Folders.delete(scratch(run)), scratch(run));
      tidy(log, () -> publication.removeHalfMade(run), store.generations());
      if (publication.served().filter(run::equals).isEmpty()) {
        tidy(log, () -> Folders.delete(store.quarantine(run)), store.quarantine(run));
      }
    }
  }

  /** What fails when the figures are published changes nothing in how the run ended. */
  private static void afterwards(
      Runnable work, String otherwise, RunLog log, TechnicalLog details) {
    try {
      work.run();
    } catch (RuntimeException failure) { // of whatever kind: the figures are published
      log.note(otherwise);
      details.describe(failure);
    }
  }

  /** What was kept of persons before it was known that it may not goes, in older versions too. */
  private void forget(RunLog log, TechnicalLog details) {
    if (BlockedKeys.of(store).isExpectingRows()) {
      Removed removed =
          StoreRemoval.within(store, run, details, site -> new Erasure(site, contract).forget());
      if (removed.searched() > 0) {
        log.note("Det som fanns kvar om personer som inte längre får sparas är borttaget.");
      }
    }
  }

  private void prune() {
    List<StoreState> gone = publication.prune();
    if (!gone.isEmpty()) {
      new UnneededVersions(store).clear(gone, publication.states());
    }
  }

  /** What cannot be cleared away changes nothing in how the run ended. */
  private static void tidy(RunLog log, Runnable clearing, Path folder) {
    try {
      clearing.run();
    } catch (UncheckedIOException e) {
      log.note("Det gick inte att ta bort allt i %s: kontrollera rättigheterna.".formatted(folder));
    }
  }

  /** What the run before left; in one sentence what was found and done. */
  private String cleanUpAfter(String unfinished) {
    boolean published = publication.served().filter(unfinished::equals).isPresent();
    int halfMade = publication.removeHalfMade(unfinished);
    Folders.delete(scratch(unfinished));
    if (published) {
      return "Körningen %s avbröts efter att den hade publicerat; inget behövde städas."
          .formatted(unfinished);
    }
    Folders.delete(store.quarantine(unfinished));
    publication.needed().ifPresent(new UnneededVersions(store)::clearAllBut);
    return "Körningen %s avbröts innan den hade publicerat; %s har visats hela tiden och %s."
        .formatted(
            unfinished,
            publication.served().map(s -> "generation " + s).orElse("ingen generation"),
            halfMade == 0
                ? "inga halvfärdiga filer fanns kvar"
                : "en halvfärdig generation har tagits bort");
  }

  private Path scratch(String id) {
    return store.events(id).resolveSibling("scratch");
  }

  private Manifest publish(RunLog log) {
    Served served = Served.of(store, publication);
    DeliveryIntake delivered =
        log.stage(
            "files",
            "Kontrollerar filerna",
            () ->
                DeliveryIntake.receive(
                    request,
                    store,
                    run,
                    contract,
                    mappings,
                    settings.identityScan().excepted(),
                    served));
    settings.notes().forEach(log::note);
    delivered.notes().forEach(log::note);
    Path scratch = scratch(run).toAbsolutePath();
    Folders.create(scratch);
    Made made;
    try (SparkEngine engine =
        log.stage("start", "Startar Spark", () -> SparkEngine.open(request.master(), scratch))) {
      made = build(log, engine.session(), delivered, served, scratch);
    }
    Intake intake = made.intake();
    delivered.block();
    publication.publish(
        run, made.manifest(), intake.state(), intake.deliveries()); // the last thing that can fail
    return made.manifest();
  }

  private record Made(Manifest manifest, Intake intake) {}

  /** Makes the generation, complete but not yet shown. */
  private Made build(
      RunLog log, SparkSession spark, DeliveryIntake delivered, Served served, Path scratch) {
    Path folder = publication.begin(run);
    Intake intake =
        log.stage(
            "intake",
            "Läser in och granskar",
            () ->
                SmallWork.over(
                    delivered.bytes(), spark, () -> delivered.take(spark, scratch, folder)));
    delivered.leftOut().forEach(log::note);
    intake.tables().forEach(log::table);
    Computation computation =
        new Computation(
            spark,
            contract,
            catalogue,
            store,
            run,
            scratch,
            settings.joined() != null,
            SmallWork.isOver(delivered.bytes(), spark));
    MartInput input =
        log.stage(
            "measure",
            "Räknar fram måtten",
            () ->
                computation.compute(
                    intake,
                    mappings.period(),
                    protection(delivered.delivery(), served),
                    served.folder(store),
                    request.asOf()));
    Map<Layer, Long> hidden =
        log.stage("publish", "Sätter samman", () -> new MartBuilder(input, folder).build());
    Manifest manifest =
        new ManifestWriter(run, request, settings, catalogue, intake, input, hidden)
            .manifest(log.timings());
    return new Made(manifest, intake);
  }

  /** What once came with persons stays with persons, whatever comes after. */
  private Protection protection(Delivery delivery, Served served) {
    boolean persons = !mappings.publicNonPersonal(delivery) || served.isProtected(store);
    return new Protection(
        persons, settings.protection().protectedRule(), settings.protection().publicRule());
  }
}
