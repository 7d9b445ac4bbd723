package se.helhetssyn.ui.delivery;

import static se.helhetssyn.ui.wording.Wording.text;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import se.helhetssyn.ui.run.PipelineProcess;
import se.helhetssyn.ui.run.PipelineRuns;
import se.helhetssyn.ui.run.RunEnded;
import se.helhetssyn.ui.run.RunOrder;
import se.helhetssyn.ui.run.RunOutcome;
import se.helhetssyn.ui.run.RunRefused;
import se.helhetssyn.ui.state.Alarm;

/** Takes deliveries by hand from the first file to the start of their run. */
@Service
final class DeliveryDesk {
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(10);

  private final Deliveries deliveries;
  private final Staging staging;
  private final PipelineProcess processes;
  private final PipelineRuns runs;
  private final Clock clock;
  private final Map<String, Process> looking = new ConcurrentHashMap<>();
  private final Set<String> tooLong = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> coming = new HashMap<>();

  DeliveryDesk(
      Deliveries deliveries,
      Staging staging,
      PipelineProcess processes,
      PipelineRuns runs,
      Clock clock) {
    this.deliveries = deliveries;
    this.staging = staging;
    this.processes = processes;
    this.runs = runs;
    this.clock = clock;
  }

  /** What somebody is delivering, or delivered last; empty before the first time. */
  Optional<HandDelivery> of(String user) {
    return deliveries.lastOf(user);
  }

  /** The delivery that somebody's next file belongs to: the open one, else a new one. */
  synchronized String openFor(String user) {
    Optional<HandDelivery> last = deliveries.lastOf(user);
    if (last.filter(each -> each.state() == DeliveryState.OPEN).isPresent()) {
      return last.get().id();
    }
    if (last.filter(each -> each.state().isOpen()).isPresent()) {
      throw new UploadRefused(text("upload.late"));
    }
    String id = UUID.randomUUID().toString();
    deliveries.open(id, user, clock.instant());
    return id;
  }

  /**
   * Receives a file of somebody's delivery.
   *
   * @throws UploadRefused if it cannot be taken; the delivery goes on without it
   */
  void receive(String user, String name, InputStream content) {
    String id = begin(user);
    try (Incoming incoming = staging.receive(id, name, content)) {
      keep(id, incoming);
    } finally {
      end(id);
    }
  }

  private synchronized String begin(String user) {
    String id = openFor(user);
    coming.merge(id, 1, Integer::sum);
    return id;
  }

  /** A file counts only if it has come before anybody goes on with the delivery. */
  private synchronized void keep(String id, Incoming incoming) {
    if (!isIn(id, DeliveryState.OPEN)) {
      throw new UploadRefused(text("upload.late"));
    }
    incoming.moveTo(staging.files(id)).forEach(file -> deliveries.received(id, file));
  }

  private synchronized void end(String id) {
    boolean last = coming.merge(id, -1, Integer::sum) == 0;
    if (last) {
      coming.remove(id);
    }
    boolean givenUp = deliveries.find(id).filter(each -> each.state().isOpen()).isEmpty();
    if (last && givenUp) { // while the file was on its way
      staging.remove(id);
    }
  }

  private boolean isIn(String id, DeliveryState state) {
    return deliveries.find(id).filter(each -> each.state() == state).isPresent();
  }

  /**
   * Has the pipeline look at a delivery, without waiting for it.
   *
   * @throws RunRefused if it cannot be started, or not now
   */
  synchronized void examine(String id, @Nullable String mapping) {
    if (coming.containsKey(id)) {
      throw new RunRefused(text("deliver.coming"));
    }
    if (!looking.isEmpty()) {
      throw new RunRefused(text("deliver.look-busy"));
    }
    if (!deliveries.move(id, DeliveryState.OPEN, DeliveryState.EXAMINING)) {
      return;
    }
    deliveries.readWith(id, mapping);
    try {
      Process process =
          processes.look(staging.files(id), mapping, staging.report(id), staging.output(id));
      looking.put(id, process);
      PipelineProcess.whenEnded(process.onExit(), () -> examined(id));
      CompletableFuture.delayedExecutor(LONGEST_LOOK.toSeconds(), TimeUnit.SECONDS)
          .execute(() -> stopLooking(id, process));
    } catch (RunRefused refused) {
      deliveries.move(id, DeliveryState.EXAMINING, DeliveryState.OPEN);
      throw refused;
    }
  }

  private void stopLooking(String id, Process process) {
    if (process.isAlive()) {
      tooLong.add(id);
      PipelineProcess.end(process.toHandle());
    }
  }

  /** A look that is going on ends with this application; nobody would be told of it. */
  @PreDestroy
  void stop() {
    looking.values().forEach(process -> PipelineProcess.end(process.toHandle()));
  }

  private void examined(String id) {
    looking.remove(id);
    boolean late = tooLong.remove(id);
    if (!isIn(id, DeliveryState.EXAMINING)) {
      return; // given up meanwhile
    }
    Optional<String> report = read(staging.report(id));
    Optional<DryRunReport> found = report.flatMap(DryRunReport::read);
    if (report.isEmpty() || found.isEmpty()) {
      deliveries.move(id, DeliveryState.EXAMINING, DeliveryState.OPEN);
      deliveries.say(id, late ? text("deliver.look-long") : why(id, report.isEmpty()));
      return;
    }
    deliveries.found(id, report.get());
    if (found.get().goes()) {
      deliveries.move(id, DeliveryState.EXAMINING, DeliveryState.EXAMINED);
    } else {
      staging.remove(id);
      deliveries.move(id, DeliveryState.EXAMINING, DeliveryState.REFUSED);
      Alarm.raise("delivery-refused", "delivery=" + id);
    }
  }

  /** What the process said last, if it wrote no report at all. */
  private String why(String id, boolean noReport) {
    return Optional.of(staging.output(id))
        .filter(output -> noReport)
        .flatMap(PipelineProcess::lastWord)
        .orElse(text("deliver.no-report"));
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException notWritten) {
      return Optional.empty();
    }
  }

  /**
   * Starts the run that takes a delivery in.
   *
   * @throws RunRefused if another run is going on or it cannot be started
   */
  void start(String id, String user) {
    HandDelivery delivery = deliveries.find(id).orElseThrow();
    if (!deliveries.move(id, DeliveryState.EXAMINED, DeliveryState.STARTED)) {
      return;
    }
    try {
      String run = runs.start(RunOrder.byHand(staging.files(id), delivery.mapping(), user, id));
      deliveries.startedAs(id, run);
    } catch (RunRefused refused) {
      deliveries.move(id, DeliveryState.STARTED, DeliveryState.EXAMINED);
      throw refused;
    }
  }

  /** Gives a delivery up; its run, if there is one, is stopped. */
  void cancel(String id, String user) {
    HandDelivery delivery = deliveries.find(id).orElseThrow();
    if (delivery.state() == DeliveryState.STARTED) {
      runs.running()
          .filter(run -> id.equals(run.deliveryId()))
          .ifPresent(run -> runs.cancel(run.id(), user));
      return; // the run's end clears up
    }
    if (!delivery.state().isOpen()) {
      return;
    }
    if (deliveries.move(id, delivery.state(), DeliveryState.CANCELLED)) {
      Optional.ofNullable(looking.remove(id))
          .ifPresent(process -> PipelineProcess.end(process.toHandle()));
      staging.remove(id);
    }
  }

  @EventListener
  void ended(RunEnded run) {
    String id = run.deliveryId();
    if (id == null) {
      return;
    }
    if (run.outcome() == RunOutcome.POSTPONED) {
      deliveries.move(id, DeliveryState.STARTED, DeliveryState.EXAMINED);
      deliveries.say(id, text("deliver.busy"));
    } else {
      staging.remove(id);
      deliveries.move(id, DeliveryState.STARTED, DeliveryState.DONE);
    }
  }

  /** Files that nobody has come back to for a day go, for example after a session that ended. */
  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void giveUpOld() {
    Instant limit = clock.instant().minus(LONGEST_WAIT);
    deliveries.open().stream()
        .filter(each -> each.state() != DeliveryState.STARTED)
        .filter(each -> each.openedAt().isBefore(limit))
        .forEach(each -> cancel(each.id(), each.user()));
  }

  /**
   * What nobody can go on with after a restart goes; a run that is still going on keeps its files.
   */
  @EventListener(ApplicationReadyEvent.class)
  @Order(2)
  void clearUp() {
    Optional<String> needed = runs.running().flatMap(run -> Optional.ofNullable(run.deliveryId()));
    for (HandDelivery delivery : deliveries.open()) {
      if (needed.filter(delivery.id()::equals).isEmpty()) {
        deliveries.move(delivery.id(), delivery.state(), DeliveryState.LOST);
      }
    }
    staging.left().stream()
        .filter(id -> needed.filter(id::equals).isEmpty())
        .forEach(staging::remove);
  }
}
