package se.helhetssyn.pipelines.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Manifest;

/**
 * Tells how a run goes: to the one who waits (a bar on a terminal, plain lines otherwise) and to
 * {@code events.jsonl}, which the dashboards read. Never the content of a row. One event per line,
 * each with {@code at} and {@code stage}:
 *
 * <ul>
 *   <li>{@code plan}: {@code stages}, each with {@code stage} and, where it is known, the {@code
 *       seconds} it may take;
 *   <li>the name of a stage: {@code message}, and when the stage ends {@code seconds};
 *   <li>{@code table}: where a table's rows went, by the names of {@link Manifest.TableCount};
 *   <li>{@code note}: {@code message};
 *   <li>{@code end}: {@code outcome}, which is PUBLISHED or STOPPED, and {@code message}.
 * </ul>
 */
final class RunLog implements AutoCloseable {
  private static final ObjectMapper JSON =
      JsonMapper.builder().defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL).build();

  private final Path file;
  private final Writer events;
  private final PrintStream screen;
  private final @Nullable ProgressBar bar;
  private final Map<String, Double> timings = new LinkedHashMap<>();
  private final List<String> waiting = new ArrayList<>();
  private boolean lost;

  private RunLog(Path file, Writer events, PrintStream screen, @Nullable ProgressBar bar) {
    this.file = file;
    this.events = events;
    this.screen = screen;
    this.bar = bar;
  }

  /**
   * Starts the log of a run.
   *
   * @param stages how many stages the run has
   * @param terminal whether the screen is a terminal
   */
  static RunLog start(Path file, int stages, PrintStream screen, boolean terminal) {
    try {
      Files.createDirectories(file.getParent());
      Writer events = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
      return new RunLog(file, events, screen, terminal ? bar(stages) : null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProgressBar bar(int stages) {
    return new ProgressBarBuilder()
        .setTaskName("Körning")
        .setInitialMax(stages)
        .hideEta()
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .build();
  }

  /** Does a stage's work and times it. */
  <T> T stage(String stage, String message, Supplier<T> work) {
    Instant start = Instant.now();
    if (bar == null) {
      screen.println(message + " …");
    } else {
      bar.setExtraMessage(message);
    }
    write(stage, Map.of("message", message));
    T result = work.get();
    double seconds = start.until(Instant.now(), ChronoUnit.MILLIS) / 1000.0;
    timings.put(stage, seconds);
    write(stage, Map.of("message", "klart", "seconds", seconds));
    if (bar != null) {
      bar.step();
    }
    return result;
  }

  /** What the run is going to do. */
  void plan(RunPlan plan) {
    write("plan", Map.of("stages", plan.stages()));
  }

  /** Where the rows of a table went. */
  void table(Manifest.TableCount count) {
    say(Report.conservation(count));
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("table", count.table());
    rows.put("delivered", count.delivered());
    rows.put("trusted", count.trusted());
    rows.put("quarantined", count.quarantined());
    rows.put("duplicates", count.duplicates());
    rows.put("rejected", count.rejected());
    write("table", rows);
  }

  /**
   * Something the reader should know, in one sentence; beside a bar it waits until the bar is done.
   */
  void note(String message) {
    say(message);
    write("note", Map.of("message", message));
  }

  private void say(String message) {
    if (bar == null) {
      screen.println(message);
    } else {
      waiting.add(message);
    }
  }

  /** The run has published a generation. */
  void published() {
    end("PUBLISHED", "publicerad");
  }

  /** The run has stopped and published nothing. */
  void stopped(String why) {
    end("STOPPED", why);
  }

  private void end(String outcome, String message) {
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("outcome", outcome);
    end.put("message", message);
    write("end", end);
  }

  /** Seconds per finished stage. */
  Map<String, Double> timings() {
    return Map.copyOf(timings);
  }

  private void write(String stage, Map<String, ?> what) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    event.put("stage", stage);
    event.putAll(what);
    if (lost) {
      return;
    }
    try {
      events.write(JSON.writeValueAsString(event));
      events.write('\n');
      events.flush();
    } catch (IOException e) {
      lost = true;
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
    waiting.forEach(screen::println);
    try (events) {
      events.flush();
    } catch (IOException e) {
      lost = true;
    }
    if (lost) {
      screen.println("Körningens logg %s kunde inte skrivas klart.".formatted(file));
    }
  }
}
