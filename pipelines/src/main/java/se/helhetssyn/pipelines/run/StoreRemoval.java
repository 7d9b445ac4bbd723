package se.helhetssyn.pipelines.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import se.helhetssyn.analytics.mart.MartException;
import se.helhetssyn.analytics.mart.Pointer;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.pipelines.file.Folders;
import se.helhetssyn.pipelines.publish.Publication;
import se.helhetssyn.pipelines.refusal.DiskSpace;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.removal.LazySpark;
import se.helhetssyn.pipelines.removal.RemovalSite;
import se.helhetssyn.pipelines.removal.Removed;

/** Lets a removal work on a store that nothing else works on. */
public final class StoreRemoval {
  private final StoreLayout store;
  private final Publication publication;
  private final String id;
  private final Consumer<String> progress;

  /**
   * On a store.
   *
   * @param progress is told, in Swedish, what is being done
   */
  public StoreRemoval(Path store, Consumer<String> progress) {
    this(new StoreLayout(store), RunId.next().text(), progress);
  }

  private StoreRemoval(StoreLayout store, String id, Consumer<String> progress) {
    this.store = store;
    this.publication = new Publication(store);
    this.id = id;
    this.progress = progress;
  }

  /**
   * Makes a removal for a run that has the store's lock.
   *
   * @param details where a fault is described
   */
  static Removed within(
      StoreLayout store, String run, TechnicalLog details, Function<RemovalSite, Removed> removal) {
    StoreRemoval own = new StoreRemoval(store, run, step -> {});
    String served = own.served();
    return requireNothingLeft(own.run(removal, served, own.state(served), details));
  }

  /**
   * Makes a removal. A {@link Refusal} if nothing is published in the store, if an older or newer
   * program has written it, if it is busy, or if something is left that should be gone.
   */
  public Removed run(Function<RemovalSite, Removed> removal) {
    if (!Files.isDirectory(store.root())) {
      throw Refusal.badInput("Lagret %s finns inte: rätta --store.".formatted(store.root()));
    }
    publication.requireNoNewerFormat();
    try (StoreLock lock = StoreLock.take(store.lock(), id)) {
      Optional<String> unfinished = lock.unfinishedRun();
      unfinished.ifPresent(this::putAway);
      String served = served();
      Path technical = store.events(id).resolveSibling("technical.log");
      try (TechnicalLog details = TechnicalLog.start(technical)) {
        StoreState state = state(served);
        StoreState sound = unfinished.isPresent() ? recovered(served, state) : state;
        return requireNothingLeft(run(removal, served, sound, details));
      } finally {
        Folders.delete(scratch(id));
        deleteIfEmpty(store.root().resolve("runs").resolve(id));
      }
    }
  }

  private static Removed requireNothingLeft(Removed removed) {
    if (!removed.left().isEmpty()) {
      throw Refusal.gate(
          "Allt är inte borta: %s innehåller fortfarande sådant som skulle tas bort. Kör igen; hjälper inte det, ta hand om filen för hand."
              .formatted(String.join(", ", removed.left().stream().map(Path::toString).toList())));
    }
    return removed;
  }

  /** What a run that died left may hold rows of anyone. */
  private void putAway(String unfinished) {
    publication.removeHalfMade(unfinished);
    Folders.delete(scratch(unfinished));
    progress.accept("Körningen %s avbröts; det den lämnade är bortstädat.".formatted(unfinished));
  }

  private Path scratch(String run) {
    return store.events(run).resolveSibling("scratch");
  }

  private String served() {
    try {
      return Pointer.read(store)
          .orElseThrow(() ->
              Refusal.badInput(
                  "I lagret %s är inget publicerat, så det finns inget att ta bort: rätta --store."
                      .formatted(store.root())));
    } catch (MartException e) {
      throw unreadable(e);
    }
  }

  private StoreState state(String served) {
    try {
      return StoreState.read(store, served)
          .orElseThrow(() ->
              Refusal.badInput(
                  "Lagret %s är skrivet av en äldre version av Helhetssyn, som inte kan ta bort enskilda rader: kör pipeline en gång med hela uttag och försök igen."
                      .formatted(store.root())));
    } catch (MartException e) {
      throw unreadable(e);
    }
  }

  private Refusal unreadable(MartException e) {
    return Refusal.badInput("Lagret %s kan inte läsas. %s".formatted(store.root(), e.getMessage()));
  }

  private Removed run(
      Function<RemovalSite, Removed> removal,
      String served,
      StoreState state,
      TechnicalLog details) {
    Path own = scratch(id).toAbsolutePath();
    Folders.create(own.resolve("keys"));
    Folders.create(own.resolve("spark"));
    try (LazySpark spark = new LazySpark(own.resolve("spark"))) {
      Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      RemovalSite site = new RemovalSite(store, served, state, at, own, spark, progress);
      return checked(removal, site, details);
    } finally {
      Folders.delete(own);
    }
  }

  /** What a run that died has written in the tables is undone: rows of anyone may be among it. */
  private StoreState recovered(String served, StoreState state) {
    Path own = scratch(id).toAbsolutePath().resolve("spark");
    Folders.create(own);
    try (LazySpark spark = new LazySpark(own)) {
      StoreState tables = Served.of(store, publication).recovered(spark.session(), store);
      StoreState sound =
          new StoreState(
              tables.trusted(), tables.received(), state.culledBefore(), state.removals());
      sound.writeTo(store.state(served));
      return sound;
    }
  }

  private Removed checked(
      Function<RemovalSite, Removed> removal, RemovalSite site, TechnicalLog details) {
    try {
      return removal.apply(site);
    } catch (Throwable failure) { // Spark throws checked exceptions that its methods do not declare
      Refusal refusal = because(failure, details.file());
      if (refusal.getCause() != null) {
        details.describe(refusal.getCause());
      }
      throw refusal;
    }
  }

  private static Refusal because(Throwable failure, Path details) {
    return switch (failure) {
      case Refusal refusal -> refusal;
      case CompletionException elsewhere when elsewhere.getCause() != null ->
          because(elsewhere.getCause(), details);
      case Throwable full when DiskSpace.isLackingIn(full) ->
          Refusal.lacking(
              "Disken är full, så borttagningen blev inte klar; det som visas är oförändrat. Frigör utrymme och kör igen.",
              full);
      default ->
          Refusal.fault(
              "Ett fel stoppade borttagningen; det som visas är oförändrat. Kör igen. Felet beskrivs i %s."
                  .formatted(details),
              failure);
    };
  }

  private static void deleteIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException described) {
      return; // the technical log stays
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
