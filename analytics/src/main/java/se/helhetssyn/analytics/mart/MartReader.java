package se.helhetssyn.analytics.mart;

import java.io.IOException;
import java.nio.file.Files;
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

  private MartReader(StoreLayout store, Layer layer) {
    this.store = store;
    this.layer = layer;
  }

  /** A reader of one layer of the store; nothing need be published yet. */
  public static MartReader over(Path store, Layer layer) {
    return new MartReader(new StoreLayout(store), layer);
  }

  /**
   * The generation now served; empty before the first publication.
   *
   * @throws MartException if the pointer names a generation that cannot be read and none was open
   */
  public synchronized Optional<Mart> current() {
    String id = pointer();
    if (id == null) {
      return Optional.ofNullable(serving);
    }
    if (serving == null || !serving.generation().id().equals(id)) {
      follow(id);
    }
    return Optional.ofNullable(serving);
  }

  private void follow(String id) {
    try {
      DuckDbMart next = DuckDbMart.open(store, id, layer);
      closeQuietly(retired);
      retired = serving;
      serving = next;
    } catch (MartException unreadable) {
      if (serving == null) {
        throw unreadable;
      }
    }
  }

  private @Nullable String pointer() {
    try {
      String id = Files.readString(store.pointer()).strip();
      return id.matches("[A-Za-z0-9_-]{1,64}") ? id : null;
    } catch (java.nio.file.NoSuchFileException notYet) {
      return null;
    } catch (IOException e) {
      throw new MartException("Lagrets pekare kan inte läsas.", e);
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
