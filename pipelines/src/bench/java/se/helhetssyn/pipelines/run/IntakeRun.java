package se.helhetssyn.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * A child of {@link IntakeBench}: runs of the product as it is, stopped when intake has ended. The
 * stages before the measures count, but not the start of Spark; their seconds are those of the
 * run's own log.
 */
final class IntakeRun {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);

  private IntakeRun() {}

  public static void main(String... args) {
    Path work = Path.of(args[2]);
    takeIn(Path.of(args[0]), work.resolve("warm"));
    Measured.start();
    System.out.println(takeIn(Path.of(args[1]), work.resolve("store")).line());
  }

  private static Measured takeIn(Path extracts, Path store) {
    var screen = new UntilMeasures(store);
    try {
      PipelineJob.run(
          new RunRequest(extracts, store, List.of(), null, AS_OF, "local[*]"), screen, false);
    } catch (Refusal stopped) {
      return screen.measured().orElseThrow(() -> stopped);
    }
    throw new IllegalStateException("the run never came to the measures");
  }

  /** The screen of a run: when the first measure is announced intake is done, and it goes dark. */
  private static final class UntilMeasures extends PrintStream {
    private final Path store;
    private @Nullable Measured measured;

    UntilMeasures(Path store) {
      super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      this.store = store;
    }

    Optional<Measured> measured() {
      return Optional.ofNullable(measured);
    }

    @Override
    public void println(String line) {
      if (line.startsWith("Räknar fram")) {
        measured = measure();
        throw new IllegalStateException("measured");
      }
    }

    private Measured measure() {
      try (Stream<Path> files = Files.walk(store)) {
        Path events = files.filter(file -> file.endsWith("events.jsonl")).findFirst().orElseThrow();
        return Measured.of(seconds(Files.readAllLines(events)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static double seconds(List<String> events) throws IOException {
      double seconds = 0;
      for (String event : events) {
        JsonNode told = JSON.readTree(event);
        if (told.has("seconds") && !told.get("stage").asText().equals("start")) {
          seconds += told.get("seconds").asDouble();
        }
      }
      return seconds;
    }
  }
}
