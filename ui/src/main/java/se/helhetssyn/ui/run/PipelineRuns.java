package se.helhetssyn.ui.run;

import static se.helhetssyn.ui.wording.Wording.text;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import se.helhetssyn.analytics.mart.MartException;
import se.helhetssyn.analytics.mart.Pointer;
import se.helhetssyn.ui.run.PipelineRun.End;
import se.helhetssyn.ui.run.PipelineRun.ProcessMark;
import se.helhetssyn.ui.state.Alarm;
import se.helhetssyn.ui.state.Installation;
import se.helhetssyn.ui.state.PrivateFolder;

/**
 * Starts runs, one at a time, and notices how they end. A run that was started before this
 * application was restarted is found again by its process; one whose process is gone has ended as
 * its events say, or died.
 */
@Service
public final class PipelineRuns {
  private static final Logger LOG = LoggerFactory.getLogger(PipelineRuns.class);

  /** How the pipeline's process ends when another run has the store; nothing has happened then. */
  private static final int STORE_BUSY = 4;

  /** Of a process that this application did not start itself. */
  private static final int UNKNOWN = -1;

  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Runs runs;
  private final PipelineProcess processes;
  private final Installation installation;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PipelineRuns(
      Runs runs,
      PipelineProcess processes,
      Installation installation,
      ApplicationEventPublisher events,
      Clock clock) {
    this.runs = runs;
    this.processes = processes;
    this.installation = installation;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Starts a run.
   *
   * @return its name
   * @throws RunRefused if another one is going on, or the process cannot be started; then the run
   *     is on record as failed
   */
  public synchronized String start(RunOrder order) {
    if (running().isPresent()) {
      throw new RunRefused(text("run.busy"));
    }
    String id = newId();
    ProcessBuilder prepared = processes.run(id, order, output(id));
    runs.add(asked(id, order));
    Process process = started(id, prepared);
    ProcessMark.of(process.toHandle()).ifPresent(mark -> runs.startedAs(id, mark));
    PipelineProcess.whenEnded(process.onExit(), () -> finish(id, process.exitValue()));
    return id;
  }

  /** It is on record before there is a process, so that no process is ever unknown. */
  private PipelineRun asked(String id, RunOrder order) {
    return new PipelineRun(
        id,
        order.user(),
        order.deliveryId(),
        order.scheduled().map(RunOrder.Scheduled::scheduleId).orElse(null),
        order.scheduled().map(RunOrder.Scheduled::day).orElse(null),
        clock.instant(),
        null,
        null,
        null);
  }

  private Process started(String id, ProcessBuilder prepared) {
    try {
      PrivateFolder.make(folder(id));
      return PipelineProcess.start(prepared);
    } catch (RunRefused | UncheckedIOException impossible) {
      LOG.error("A run could not be started.", impossible);
      String why = text("run.not-started");
      runs.ended(id, new End(clock.instant(), RunOutcome.REFUSED, why, null));
      Alarm.raise("run-failed", "run=%s outcome=%s".formatted(id, RunOutcome.REFUSED));
      PrivateFolder.remove(folder(id));
      throw RunRefused.onRecord(why);
    }
  }

  /** The run that is going on. */
  public Optional<PipelineRun> running() {
    return runs.open().stream().findFirst();
  }

  /** How far a run has come. */
  public RunProgress progress(String id) {
    return RunProgress.read(installation.layout().events(id));
  }

  /** Stops a run; nothing happens if it has ended. */
  public void cancel(String id, String user) {
    runs.cancelled(id, user);
    process(id).ifPresentOrElse(PipelineProcess::end, () -> finish(id, UNKNOWN));
  }

  /** Not while a run is being started, when it has no process yet. */
  private synchronized Optional<ProcessHandle> process(String id) {
    return runs.find(id)
        .filter(run -> run.ended().isEmpty())
        .flatMap(run -> Optional.ofNullable(run.process()))
        .flatMap(ProcessMark::handle);
  }

  /** What was going on when this application stopped is followed again, or has ended since. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(1)
  void takeUp() {
    for (PipelineRun run : runs.open()) {
      Optional.ofNullable(run.process())
          .flatMap(ProcessMark::handle)
          .ifPresentOrElse(process -> watch(run.id(), process), () -> finish(run.id(), UNKNOWN));
    }
  }

  private void watch(String id, ProcessHandle process) {
    PipelineProcess.whenEnded(process.onExit(), () -> finish(id, UNKNOWN));
  }

  private void finish(String id, int exit) {
    runs.find(id).filter(run -> run.ended().isEmpty()).ifPresent(run -> finish(run, exit));
  }

  private void finish(PipelineRun run, int exit) {
    End end = end(run, exit);
    if (!runs.ended(run.id(), end)) {
      return;
    }
    if (end.outcome().isFailure()) {
      Alarm.raise("run-failed", "run=%s outcome=%s".formatted(run.id(), end.outcome()));
    }
    PrivateFolder.remove(folder(run.id()));
    events.publishEvent(new RunEnded(run.id(), run.deliveryId(), end.outcome()));
    if (end.outcome() == RunOutcome.POSTPONED) {
      runs.forget(run.id());
    }
  }

  private End end(PipelineRun run, int exit) {
    RunProgress progress = progress(run.id());
    Instant now = Optional.ofNullable(progress.endedAt()).orElseGet(clock::instant);
    var rows = progress.rows().orElse(null);
    if (Boolean.TRUE.equals(progress.published()) || isServed(run.id())) {
      return new End(now, RunOutcome.PUBLISHED, "", rows);
    }
    if (run.cancelledBy() != null) {
      return new End(now, RunOutcome.CANCELLED, "", rows);
    }
    if (exit == STORE_BUSY) {
      return new End(now, RunOutcome.POSTPONED, "", null);
    }
    if (progress.published() != null) {
      return new End(now, RunOutcome.REFUSED, progress.lastWord(), rows);
    }
    // A run that is refused before it may write in the store has no events.
    return progress.stages().isEmpty()
        ? PipelineProcess.lastWord(output(run.id()))
            .map(word -> new End(now, RunOutcome.REFUSED, word, rows))
            .orElseGet(() -> new End(now, RunOutcome.INTERRUPTED, "", rows))
        : new End(now, RunOutcome.INTERRUPTED, "", rows);
  }

  /** One that was killed after its generation had come into force has published. */
  private boolean isServed(String id) {
    try {
      return Pointer.read(installation.layout()).filter(id::equals).isPresent();
    } catch (MartException unreadable) {
      return false;
    }
  }

  private Path output(String id) {
    return folder(id).resolve("output.log");
  }

  private Path folder(String id) {
    return installation.state().resolve("runs").resolve(id);
  }

  private String newId() {
    byte[] random = new byte[2];
    ThreadLocalRandom.current().nextBytes(random);
    return ID.format(clock.instant()) + "-" + HexFormat.of().formatHex(random);
  }
}
