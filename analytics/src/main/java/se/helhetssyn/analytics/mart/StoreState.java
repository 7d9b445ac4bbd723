package se.helhetssyn.analytics.mart;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a generation stands on, kept beside it as {@code state.json}. The next run goes on from the
 * state of the served generation, whatever a run that died has written since. Days and instants are
 * ISO 8601 text.
 *
 * @param trusted canonical table → version of its trusted rows; a table that never came is not
 *     named
 * @param received canonical table → version of its received rows
 * @param culledBefore first day of which rows of persons are still kept; null if none were culled
 * @param removals what has been taken away since the generation was published: where there is any,
 *     its figures can no longer be computed again
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StoreState(
    Map<String, Long> trusted,
    Map<String, Long> received,
    @Nullable String culledBefore,
    List<Removal> removals) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** Of a store where nothing has been taken in. */
  public static final StoreState NONE = new StoreState(Map.of(), Map.of(), null, List.of());

  public StoreState {
    trusted = trusted == null ? Map.of() : Map.copyOf(trusted);
    received = received == null ? Map.of() : Map.copyOf(received);
    removals = removals == null ? List.of() : List.copyOf(removals);
  }

  /** Why rows of persons were taken away. */
  public enum Cause {
    /** Asked for by the person, or decided for one. */
    ERASURE,
    /** They had reached the age up to which they may be kept. */
    RETENTION,
    /** A delivery said something of the person by which nothing may be kept any longer. */
    PROTECTION
  }

  /**
   * That rows of persons were taken away.
   *
   * @param at when
   * @param cause why
   */
  public record Removal(String at, Cause cause) {}

  /** Whether the figures of its generation can still be computed again. */
  public boolean isReproducible() {
    return removals.isEmpty();
  }

  /**
   * The state of a generation; empty for one that was written before states were kept.
   *
   * @throws MartException if it is there but cannot be read
   */
  public static Optional<StoreState> read(StoreLayout store, String generation) {
    try {
      return Optional.of(
          JSON.readValue(Files.readAllBytes(store.state(generation)), StoreState.class));
    } catch (NoSuchFileException older) {
      return Optional.empty();
    } catch (IOException e) {
      throw new MartException(
          "Lagrets tillstånd kan inte läsas. Kontrollera rättigheterna, eller återställ lagret.",
          e);
    }
  }

  /** The state as JSON text. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("state", e);
    }
  }

  /** Puts it, in one step, in the place of what the file says. */
  public void writeTo(Path file) {
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, toJson());
      try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
