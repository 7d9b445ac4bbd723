package se.helhetssyn.ui.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run that the dashboards started.
 *
 * @param id its name, and that of the generation it publishes
 * @param user who asked for it
 * @param deliveryId the delivery by hand that it takes in; null for a scheduled one
 * @param scheduleId the schedule that started it; null for one that somebody started by hand
 * @param scheduledDay the day that the schedule started it for; null without one
 * @param startedAt when it was asked for
 * @param process its process; null if it could not be started
 * @param cancelledBy who stopped it; null if nobody did
 * @param end how it ended; null as long as that is not known
 */
public record PipelineRun(
    String id,
    String user,
    @Nullable String deliveryId,
    @Nullable String scheduleId,
    @Nullable LocalDate scheduledDay,
    Instant startedAt,
    @Nullable ProcessMark process,
    @Nullable String cancelledBy,
    @Nullable End end) {
  /**
   * What tells a process from any other, also from one that later gets the same number.
   *
   * @param pid its number
   * @param startedAt when it started, as the system says
   */
  public record ProcessMark(long pid, Instant startedAt) {
    static Optional<ProcessMark> of(ProcessHandle process) {
      return process.info().startInstant().map(at -> new ProcessMark(process.pid(), at));
    }

    /** The process, if it is still there. */
    Optional<ProcessHandle> handle() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process ->
              process
                  .info()
                  .startInstant()
                  .filter(at -> Duration.between(at, startedAt).abs().toSeconds() < 2)
                  .isPresent());
    }
  }

  /**
   * How a run ended.
   *
   * @param at when
   * @param outcome how
   * @param message what it said last; empty if nothing
   * @param rows where the rows went; null if it did not come so far
   */
  public record End(Instant at, RunOutcome outcome, String message, @Nullable RowSums rows) {}

  /**
   * Where the rows of a run went (counts).
   *
   * @param delivered rows read
   * @param trusted rows that count
   * @param setAside rows in quarantine, or of files that were not taken in
   */
  public record RowSums(long delivered, long trusted, long setAside) {}

  /** How it ended; empty as long as it is going on. */
  public Optional<End> ended() {
    return Optional.ofNullable(end);
  }

  /** How long it took, or has been going on. */
  public Duration duration(Instant now) {
    return Duration.between(startedAt, end == null ? now : end.at());
  }
}
