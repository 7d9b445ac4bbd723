package se.helhetssyn.pipelines.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.analytics.mart.FormatVersions;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.MartException;
import se.helhetssyn.analytics.mart.Pointer;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.pipelines.file.Folders;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * Publishes generations. A generation is made in a folder that readers do not know; when everything
 * has reached the disk the folder gets its name and then, in one step, the pointer is moved to it.
 */
public final class Publication {
  private static final String BUILDING = ".building-";
  private static final String NEXT = "current.next";
  private static final int KEPT = 10;

  private final StoreLayout store;

  public Publication(StoreLayout store) {
    this.store = store;
  }

  /** The folder to make a generation in. */
  public Path begin(String id) {
    try {
      return Files.createDirectories(store.generations().resolve(BUILDING + id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives the made folder its name and moves the pointer to it.
   *
   * @param state what it stands on
   * @param deliveries every file it stands on
   */
  public void publish(String id, Manifest manifest, StoreState state, DeliveryLog deliveries) {
    Path made = store.generations().resolve(BUILDING + id);
    try {
      Files.writeString(made.resolve("state.json"), state.toJson());
      Files.writeString(made.resolve("deliveries.json"), deliveries.toJson());
      Files.writeString(made.resolve("manifest.json"), manifest.toJson());
      for (Path file : list(made)) {
        toDisk(file);
      }
      Files.move(made, store.generation(id), StandardCopyOption.ATOMIC_MOVE);
      movePointer(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void movePointer(String id) throws IOException {
    Path next = store.pointer().resolveSibling(NEXT);
    Files.writeString(next, id + "\n", StandardCharsets.UTF_8);
    toDisk(next);
    Files.move(
        next, store.pointer(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void toDisk(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * The id of the generation that is served; empty before the first one, or if the pointer is
   * damaged.
   */
  public Optional<String> served() {
    try {
      return Pointer.read(store);
    } catch (MartException damaged) {
      return Optional.empty();
    }
  }

  /** The generation to go on from: the served one, or the last if the pointer is damaged. */
  public Optional<String> latest() {
    return isPointerDamaged()
        ? list(store.generations()).stream()
            .map(generation -> generation.getFileName().toString())
            .filter(id -> Files.exists(store.manifest(id)))
            .max(Comparator.naturalOrder())
        : served();
  }

  /** Whether there is a pointer that names no generation. */
  public boolean isPointerDamaged() {
    return Files.exists(store.pointer()) && served().isEmpty();
  }

  /** Refuses a store that a newer program has written in: what it wrote must not be spoilt. */
  public void requireNoNewerFormat() {
    boolean newer =
        list(store.generations()).stream()
            .map(g -> FormatVersions.in(store.manifest(g.getFileName().toString())))
            .anyMatch(written -> written.newerThan(FormatVersions.CURRENT));
    if (newer) {
      throw Refusal.badInput(
          "Lagret %s är skrivet av en nyare version av Helhetssyn: uppdatera programmet, eller ange ett annat lager med --store."
              .formatted(store.root()));
    }
  }

  /**
   * Removes what a run left half-made: folders without a name, and the run's own generation if it
   * never came to be served. Returns how many generations were half-made.
   */
  public int removeHalfMade(String run) {
    List<Path> halfMade =
        list(store.generations()).stream().filter(folder -> isHalfMade(folder, run)).toList();
    halfMade.forEach(Folders::delete);
    if (isNeverShown(run)) {
      Folders.delete(store.measures(run));
    }
    Folders.delete(store.pointer().resolveSibling(NEXT));
    return halfMade.size();
  }

  private boolean isHalfMade(Path folder, String run) {
    String name = folder.getFileName().toString();
    return name.startsWith(BUILDING) || (name.equals(run) && isNeverShown(run));
  }

  private boolean isNeverShown(String run) {
    return !isPointerDamaged() && served().filter(run::equals).isEmpty();
  }

  /**
   * Old generations stay for reproduction; the oldest beyond a number go.
   *
   * @return what those stood on
   */
  public List<StoreState> prune() {
    String served = served().orElse("");
    List<Path> old =
        generations()
            .filter(p -> !p.getFileName().toString().equals(served))
            .sorted(Comparator.comparing(Path::getFileName).reversed())
            .skip(KEPT - 1L)
            .toList();
    List<StoreState> gone = old.stream().flatMap(p -> readable(p).stream()).toList();
    old.forEach(Folders::delete);
    list(store.measures()).stream()
        .filter(p -> !p.getFileName().toString().equals(served))
        .forEach(Folders::delete);
    return gone;
  }

  /**
   * What every generation stands on whose figures can be computed again, and the served one.
   *
   * @throws MartException if that of one is damaged
   */
  public List<StoreState> states() {
    String served = served().orElse("");
    return generations()
        .map(p -> p.getFileName().toString())
        .flatMap(id ->
            StoreState.read(store, id).stream()
                .filter(state -> id.equals(served) || state.isReproducible()))
        .toList();
  }

  /**
   * What the tables must still hold; nothing if nothing was ever published. Empty where that is not
   * certain, since the pointer or a state is damaged or missing: then no table may be cleared.
   */
  public Optional<List<StoreState>> needed() {
    if (!Files.exists(store.pointer()) && generations().findAny().isEmpty()) {
      return Optional.of(List.of());
    }
    try {
      return served().filter(id -> StoreState.read(store, id).isPresent()).map(id -> states());
    } catch (MartException damaged) {
      return Optional.empty();
    }
  }

  private Stream<Path> generations() {
    return list(store.generations()).stream()
        .filter(p -> !p.getFileName().toString().startsWith(BUILDING));
  }

  private Optional<StoreState> readable(Path generation) {
    try {
      return StoreState.read(store, generation.getFileName().toString());
    } catch (MartException damaged) {
      return Optional.empty();
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
