package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.app.DeliverySet.DeliveredPart;

/**
 * Runs that take a second delivery into a store and are killed, as {@code kill -9} does it, at
 * moments that are drawn from the whole length of a run. More or other moments: {@code
 * -Dhelhetssyn.kills=50 -Dhelhetssyn.kills.seed=7}.
 */
final class KilledRunsIT {
  private static final int KILLS = Integer.getInteger("helhetssyn.kills", 12);
  private static final long SEED = Long.getLong("helhetssyn.kills.seed", 4L);

  /** Killed runs after which one is let through and the store is held against the undisturbed. */
  private static final int TOGETHER = 5;

  @TempDir private Path folder;

  @Test
  void theNextRunEndsAsIfNothingHadHappened() throws Exception {
    List<DeliveredPart> parts = DeliverySet.of(SEED);
    StoreLayout before = new StoreLayout(folder.resolve("before"));
    Path first = DeliverySet.write(folder.resolve("first"), of(parts, true));
    Path second = DeliverySet.write(folder.resolve("second"), of(parts, false));
    requireDone(Answer.to(SmallDelivery.command(first, before)));

    StoreLayout undisturbed = copy(before, "undisturbed");
    Instant start = Instant.now();
    Process process = start(SmallDelivery.command(second, undisturbed));
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("err"))).isZero();
    long length = Duration.between(start, Instant.now()).toMillis();
    Map<String, List<List<String>>> rows = StoreContent.trusted(undisturbed);

    Random random = new Random(SEED);
    StoreLayout store = copy(before, "store-0");
    for (int kill = 1; kill <= KILLS; kill++) {
      long moment = (long) (length * 0.95 * random.nextDouble());
      String what = "seed %d, kill %d after %d of %d ms".formatted(SEED, kill, moment, length);
      if (killed(SmallDelivery.command(second, store), moment)) {
        assertThat(StoreContent.differingFigures(store, before)).as(what).isEmpty();
      }
      if (kill % TOGETHER == 0 || kill == KILLS) {
        requireDone(Answer.to(SmallDelivery.command(second, store)));
        assertThat(StoreContent.trusted(store)).as(what).isEqualTo(rows);
        assertThat(StoreContent.differingFigures(store, undisturbed)).as(what).isEmpty();
        store = copy(before, "store-" + kill);
      }
    }
  }

  private static List<DeliveredPart> of(List<DeliveredPart> parts, boolean foundation) {
    return parts.stream()
        .filter(part -> (part.delivery() == DeliverySet.EVERYTHING) == foundation)
        .toList();
  }

  private static void requireDone(Answer answer) {
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  /** Starts a run and kills it. Returns whether it was still at work. */
  private boolean killed(String[] command, long moment) throws Exception {
    Process process = start(command);
    boolean ended = process.waitFor(moment, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !ended;
  }

  private Process start(String[] arguments) throws IOException {
    return SmallDelivery.java(Helhetssyn.class, arguments)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private StoreLayout copy(StoreLayout from, String name) throws IOException {
    Path to = folder.resolve(name);
    try (Stream<Path> files = Files.walk(from.root())) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.root().relativize(file).toString()));
      }
    }
    return new StoreLayout(to);
  }
}
