package se.helhetssyn.ui.run;

import static se.helhetssyn.ui.wording.Wording.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.helhetssyn.ui.state.Installation;

/**
 * Starts the pipeline as a process of its own, through the launcher. What it says goes to a file,
 * so that it can go on when this application stops.
 */
@Component
public final class PipelineProcess {
  private static final Logger LOG = LoggerFactory.getLogger(PipelineProcess.class);

  /** What is for this application alone, above all how to log in to its database. */
  private static final List<String> NOT_ITS =
      List.of("HELHETSSYN_TERMINAL", "HELHETSSYN_DATABASE_USER", "HELHETSSYN_DATABASE_PASSWORD");

  /** A look is small and shares the machine with a run. */
  private static final Map<String, String> LOOK = Map.of("HELHETSSYN_MEMORY", "1g");

  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Installation installation;

  PipelineProcess(Installation installation) {
    this.installation = installation;
  }

  /** Whether there is a launcher to start. */
  public boolean isPossible() {
    return installation.command().filter(Files::isExecutable).isPresent();
  }

  /** File names of the mappings that can be chosen, in order. */
  public List<String> mappings() {
    Path folder = installation.mappings();
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /**
   * Starts a look at a delivery that writes nothing to the store.
   *
   * @param report where the result is written as JSON
   * @param output where everything that the process says goes
   */
  public Process look(Path extracts, @Nullable String mapping, Path report, Path output) {
    List<String> arguments = new ArrayList<>(List.of("--dry-run", "--report", report.toString()));
    return start(builder(extracts, mapping, arguments, output, LOOK));
  }

  /**
   * What {@link #start} would start for a run.
   *
   * @throws RunRefused if there is no launcher or no such mapping
   */
  ProcessBuilder run(String id, RunOrder order, Path output) {
    return builder(order.extracts(), order.mapping(), List.of("--run-id", id), output, Map.of());
  }

  private ProcessBuilder builder(
      Path extracts,
      @Nullable String mapping,
      List<String> arguments,
      Path output,
      Map<String, String> environment) {
    Path launcher =
        installation.command().orElseThrow(() -> new RunRefused(text("run.no-command")));
    List<String> command = new ArrayList<>();
    command.addAll(List.of(launcher.toString(), "pipeline", "--extracts", extracts.toString()));
    command.addAll(List.of("--store", installation.store().toString()));
    if (mapping != null) {
      command.addAll(List.of("--mapping", mapping(mapping).toString()));
    }
    Path settings = installation.pipelineSettings();
    if (settings != null) {
      command.addAll(List.of("--settings", settings.toString()));
    }
    command.addAll(arguments);
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    NOT_ITS.forEach(process.environment()::remove);
    process.environment().putAll(environment);
    return process.redirectInput(nothing()).redirectOutput(output.toFile());
  }

  /**
   * Starts a process.
   *
   * @throws RunRefused if it cannot be started
   */
  static Process start(ProcessBuilder prepared) {
    try {
      return prepared.start();
    } catch (IOException e) {
      LOG.error("The pipeline could not be started.", e);
      throw new RunRefused(text("run.not-started"));
    }
  }

  private static ProcessBuilder.Redirect nothing() {
    return ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile());
  }

  /** One of those that can be chosen, never another file. */
  private Path mapping(String name) {
    Path folder = installation.mappings();
    if (folder == null || !mappings().contains(name)) {
      throw new RunRefused(text("run.no-mapping", name));
    }
    return folder.resolve(name);
  }

  /** Does something on the end of a process; this application does not wait for it to stop. */
  public static void whenEnded(CompletableFuture<?> end, Runnable then) {
    CompletableFuture<?> unused =
        end.thenRunAsync(then)
            .whenComplete((done, failure) -> {
              if (failure != null) {
                LOG.error("What follows on the end of a process failed.", failure);
              }
            });
  }

  /** Ends a process and what it started; at once if it does not end when it is asked to. */
  public static void end(ProcessHandle process) {
    List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process)).toList();
    all.forEach(ProcessHandle::destroy);
    CompletableFuture.delayedExecutor(GRACE.toSeconds(), TimeUnit.SECONDS)
        .execute(() -> all.forEach(ProcessHandle::destroyForcibly));
  }

  /** The last sentence that a process said; empty if it said nothing or that cannot be read. */
  public static Optional<String> lastWord(Path output) {
    try {
      return new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .reduce((before, after) -> after)
          .map(String::strip);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
