package se.helhetssyn.ui.run;

import static se.helhetssyn.ui.wording.Wording.text;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.helhetssyn.ui.wording.SwedishDates;

/** Whether everybody who looks at figures should know that they could have been newer. */
@Component
public final class RunAlarm {
  private final Runs runs;
  private final Schedules schedules;
  private final Clock clock;

  RunAlarm(Runs runs, Schedules schedules, Clock clock) {
    this.runs = runs;
    this.schedules = schedules;
    this.clock = clock;
  }

  /**
   * A sentence about the last run that failed or did not come; empty when all is well.
   *
   * @param served when what is shown was published; null if nothing is
   */
  public Optional<String> sentence(@Nullable Instant served) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    return schedules.all().stream()
        .filter(schedule -> schedule.isMissing(now))
        .findFirst()
        .map(schedule ->
            text("run.alarm.missing", SwedishDates.minute(due(schedule, now).toInstant())))
        .or(() -> failed(served))
        .map(what -> served == null ? what : what + " " + text("run.alarm.before"));
  }

  /** A run that failed is forgotten when something newer is shown, whoever published it. */
  private Optional<String> failed(@Nullable Instant served) {
    return runs.lastDecided()
        .filter(run -> run.ended().filter(end -> end.outcome().isFailure()).isPresent())
        .filter(run -> served == null || served.isBefore(run.startedAt()))
        .map(run -> text("run.alarm.failed", SwedishDates.minute(run.startedAt())));
  }

  private static ZonedDateTime due(Schedule schedule, ZonedDateTime now) {
    return ZonedDateTime.of(schedule.dueDay(now), schedule.dailyAt(), now.getZone());
  }
}
