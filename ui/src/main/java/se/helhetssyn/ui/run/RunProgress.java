package se.helhetssyn.ui.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.ui.run.PipelineRun.RowSums;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a run has come, read from its events. A line that is not whole yet is left out.
 *
 * @param stages what it does, in order; none before it has said
 * @param tables where the rows of each table went, as far as that is known
 * @param notes what it says besides, in sentences
 * @param published true if it has published, false if it said that it stopped; null before
 * @param lastWord what it said when it ended; empty before
 * @param endedAt when it ended; null before, and where it did not say
 */
public record RunProgress(
    List<Stage> stages,
    List<TableRows> tables,
    List<String> notes,
    @Nullable Boolean published,
    String lastWord,
    @Nullable Instant endedAt) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public RunProgress {
    stages = List.copyOf(stages);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /**
   * A stage.
   *
   * @param name its name among the events
   * @param expected seconds it took the last time; null if nobody knows
   * @param begun when it began; null before
   * @param took seconds it took; null before its end
   */
  public record Stage(
      String name, @Nullable Double expected, @Nullable Instant begun, @Nullable Double took) {
    /** Whether it is what the run is doing. */
    public boolean isRunning() {
      return begun != null && took == null;
    }

    /** Seconds that are left of it; empty if nobody knows. */
    private Optional<Double> left(Instant now) {
      if (took != null) {
        return Optional.of(0.0);
      }
      if (expected == null) {
        return Optional.empty();
      }
      double gone = begun == null ? 0 : Duration.between(begun, now).toMillis() / 1000.0;
      return Optional.of(Math.max(0, expected - gone));
    }
  }

  /**
   * Where a table's rows went (counts).
   *
   * @param table canonical table
   * @param rows counts
   */
  public record TableRows(String table, RowSums rows) {}

  /** Reads the events of a run; nothing is known of one that has not written any. */
  public static RunProgress read(Path events) {
    Reading reading = new Reading();
    try {
      // Not as lines of a decoder: the last character may be half written.
      new String(Files.readAllBytes(events), StandardCharsets.UTF_8).lines().forEach(reading::take);
    } catch (IOException notThere) {
      return new Reading().progress();
    }
    return reading.progress();
  }

  /** The number of the stage it is at, from 1; 0 before the first. */
  public int place() {
    return (int) stages.stream().filter(stage -> stage.begun() != null).count();
  }

  /** How long it will go on; empty if nobody knows. */
  public Optional<Duration> left(Instant now) {
    double seconds = 0;
    for (Stage stage : stages) {
      Optional<Double> left = stage.left(now);
      if (left.isEmpty()) {
        return Optional.empty();
      }
      seconds += left.get();
    }
    return stages.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) (seconds * 1000)));
  }

  /** The rows of all tables; empty before any is known. */
  public Optional<RowSums> rows() {
    return tables.stream()
        .map(TableRows::rows)
        .reduce((a, b) ->
            new RowSums(
                a.delivered() + b.delivered(),
                a.trusted() + b.trusted(),
                a.setAside() + b.setAside()));
  }

  /** What the lines read so far say. */
  private static final class Reading {
    private final Map<String, Stage> stages = new LinkedHashMap<>();
    private final List<TableRows> tables = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Boolean published;
    private String lastWord = "";
    private @Nullable Instant endedAt;

    private void take(String line) {
      JsonNode event;
      try {
        event = JSON.readTree(line);
      } catch (JacksonException halfWritten) {
        return;
      }
      String stage = event.path("stage").asString("");
      switch (stage) {
        case "" -> {}
        case "plan" -> event.path("stages").forEach(this::plan);
        case "table" -> tables.add(new TableRows(event.path("table").asString(""), rows(event)));
        case "note" -> notes.add(event.path("message").asString(""));
        case "end" -> {
          published = event.path("outcome").asString("").equals("PUBLISHED");
          lastWord = event.path("message").asString("");
          endedAt = instant(event);
        }
        default -> stage(stage, event);
      }
    }

    private void plan(JsonNode planned) {
      JsonNode seconds = planned.path("seconds");
      String name = planned.path("stage").asString("");
      stages.put(name, new Stage(name, seconds.isNumber() ? seconds.asDouble() : null, null, null));
    }

    private void stage(String name, JsonNode event) {
      Stage known = stages.getOrDefault(name, new Stage(name, null, null, null));
      JsonNode seconds = event.path("seconds");
      stages.put(
          name,
          seconds.isNumber()
              ? new Stage(name, known.expected(), known.begun(), seconds.asDouble())
              : new Stage(
                  name, known.expected(), Instant.parse(event.path("at").asString("")), null));
    }

    private static @Nullable Instant instant(JsonNode event) {
      String at = event.path("at").asString("");
      return at.isEmpty() ? null : Instant.parse(at);
    }

    private static RowSums rows(JsonNode event) {
      return new RowSums(
          event.path("delivered").asLong(0),
          event.path("trusted").asLong(0),
          event.path("quarantined").asLong(0) + event.path("rejected").asLong(0));
    }

    private RunProgress progress() {
      return new RunProgress(
          List.copyOf(stages.values()), tables, notes, published, lastWord, endedAt);
    }
  }
}
