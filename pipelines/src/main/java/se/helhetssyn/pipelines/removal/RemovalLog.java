package se.helhetssyn.pipelines.removal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState.Cause;

/**
 * The store's record of removals, {@code removals.jsonl}: a line when one begins and one when it
 * has ended, so that one that was cut off shows. No key stands in it.
 */
final class RemovalLog {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  private final StoreLayout store;

  RemovalLog(StoreLayout store) {
    this.store = store;
  }

  /** How far a removal has come. */
  enum Phase {
    BEGUN,
    DONE,
    /** Something was found afterwards that should be gone. */
    INCOMPLETE
  }

  /**
   * One line.
   *
   * @param at when the removal was made; its lines have the same
   * @param cause why
   * @param phase how far it has come
   * @param person salted digest of the key that was given; null if it was about no single person
   * @param reason as it was given; null if none was
   * @param firstKept first day of which rows are kept; null for an erasure
   * @param rows where rows were taken away → how many
   * @param searched files that were searched afterwards
   * @param left files in the store that still hold what should be gone
   */
  record Line(
      String at,
      Cause cause,
      Phase phase,
      @Nullable String person,
      @Nullable String reason,
      @Nullable String firstKept,
      Map<String, Long> rows,
      int searched,
      List<String> left) {

    /** The line that ends a removal. */
    Line ended(StoreLayout store, Removed removed) {
      return new Line(
          at,
          cause,
          removed.left().isEmpty() ? Phase.DONE : Phase.INCOMPLETE,
          person,
          reason,
          firstKept,
          removed.rows(),
          removed.searched(),
          removed.left().stream().map(f -> store.root().relativize(f).toString()).toList());
    }
  }

  /** Adds a line; it has reached the disk when this returns. */
  void add(Line line) {
    try (FileChannel channel =
        FileChannel.open(store.removals(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap((json(line) + "\n").getBytes(UTF_8)));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(Line line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("removal", e);
    }
  }
}
