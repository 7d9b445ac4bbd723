package se.helhetssyn.analytics.mart;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a store's pointer: every call of {@link #current()} answers with the generation that is
 * served now, without a restart. The generation before it stays open until the next publication, so
 * that answers under way are not cut off.
 */
public final class MartReader implements AutoCloseable {
  private final StoreLayout store;
  private final Layer layer;
  private @Nullable DuckDbMart serving;
  private @Nullable DuckDbMart retired;
  private @Nullable MartException unreadable;

  private MartReader(StoreLayout store, Layer layer) {
    this.store = store;
    this.layer = layer;
  }

  /** A reader of one layer of the store; nothing need be published yet. */
  public static MartReader over(Path store, Layer layer) {
    return new MartReader(new StoreLayout(store), layer);
  }

  /**
   * The generation now served; empty before the first publication. A newer one that cannot be read
   * does not take its place.
   *
   * @throws MartException if what the pointer names cannot be read and nothing older is open
   */
  public synchronized Optional<Mart> current() {
    try {
      Pointer.read(store).ifPresentOrElse(this::follow, this::requireNothingServed);
      unreadable = null;
    } catch (MartException damaged) {
      if (serving == null) {
        throw damaged;
      }
      unreadable = damaged;
    }
    return Optional.ofNullable(serving);
  }

  /**
   * Why the last call of {@link #current()} answered with an older generation than the published
   * one; empty if it did not. The message is the same for as long as the reason is.
   */
  public synchronized Optional<MartException> unreadable() {
    return Optional.ofNullable(unreadable);
  }

  private void requireNothingServed() {
    if (serving != null) {
      throw new MartException("Lagrets pekare finns inte längre. Gör en ny körning.");
    }
  }

  private void follow(String id) {
    if (serving != null && serving.generation().id().equals(id)) {
      return;
    }
    DuckDbMart next = open(id);
    closeQuietly(retired);
    retired = serving;
    serving = next;
  }

  private DuckDbMart open(String id) {
    try {
      return DuckDbMart.open(store, id, layer);
    } catch (MartException damaged) {
      throw new MartException(
          "Generation %s kan inte läsas. %s".formatted(id, damaged.getMessage()), damaged);
    }
  }

  @Override
  public synchronized void close() {
    closeQuietly(retired);
    closeQuietly(serving);
    retired = null;
    serving = null;
  }

  private static void closeQuietly(@Nullable DuckDbMart mart) {
    if (mart != null) {
      mart.close();
    }
  }
}
