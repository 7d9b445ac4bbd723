package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.MartReader;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.StoreLayout;

/** A run that is killed in the middle, as {@code kill -9} does it. */
final class InterruptedRunIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @Test
  void theFormerGenerationIsServedAndTheNextRunTellsWhatItFound() throws Exception {
    StoreLayout store = new StoreLayout(folder.resolve("lager"));
    MartFixture.in(store.root(), "former")
        .node(OrgLevel.MUNICIPALITY, "K", "Kommunen", null)
        .publish();
    String[] run = SmallDelivery.pipeline(folder, store);

    Process killed = start(run);
    String interrupted;
    try {
      interrupted = waitForMeasuring(store, killed);
      assertThat(Answer.to(run))
          .extracting(Answer::exit, Answer::err)
          .containsExactly(
              4, "Lagret är upptaget av en annan körning; försök igen när den är klar.");
    } finally {
      killed.destroyForcibly().waitFor();
    }
    assertThat(killed.exitValue()).isNotZero();
    assertThat(served(store)).isEqualTo("former");

    Path scratch = store.events(interrupted).resolveSibling("scratch");
    assertThat(scratch).isDirectory();
    Files.createDirectories(store.generations().resolve(".building-" + interrupted));

    Answer next = Answer.to(run);
    assertThat(next.exit()).as(next.err()).isZero();
    assertThat(next.err().lines().filter(l -> l.contains(interrupted)))
        .containsExactly(
            "Körningen %s avbröts innan den hade publicerat; generation former har visats hela tiden och en halvfärdig generation har tagits bort."
                .formatted(interrupted));
    assertThat(served(store)).isNotEqualTo("former").isNotEqualTo(interrupted);
    assertThat(scratch).doesNotExist();
    assertThat(store.generations()).isDirectoryNotContaining("glob:**/.building-*");
    assertThat(store.generation("former")).isDirectory();
  }

  private Process start(String[] arguments) throws IOException {
    return SmallDelivery.java(Helhetssyn.class, arguments)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /** Waits until the run has begun to measure. Returns its id. */
  private String waitForMeasuring(StoreLayout store, Process process)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end) && process.isAlive()) {
      Optional<String> run = measuring(store.root().resolve("runs"));
      if (run.isPresent()) {
        return run.get();
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError(
        "No run was seen to measure: " + Files.readString(folder.resolve("err")));
  }

  private static Optional<String> measuring(Path runs) throws IOException {
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      for (Path run : folders.toList()) {
        Path events = run.resolve("events.jsonl");
        if (Files.exists(events)
            && Files.readString(events).contains("\"stage\":\"measure\",\"message\"")) {
          return Optional.of(run.getFileName().toString());
        }
      }
    }
    return Optional.empty();
  }

  private static String served(StoreLayout store) {
    try (MartReader reader = MartReader.over(store.root(), Layer.PROTECTED)) {
      return reader.current().orElseThrow().generation().id();
    }
  }
}
