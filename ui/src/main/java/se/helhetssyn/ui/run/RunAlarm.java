package se.helhetssyn.ui.run;

import static se.helhetssyn.ui.wording.Wording.text;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;
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

  /** A sentence about the last run that failed or did not come; empty when all is well. */
  public Optional<String> sentence() {
    ZonedDateTime now = ZonedDateTime.now(clock);
    Optional<Schedule> missing =
        schedules.all().stream().filter(schedule -> schedule.isMissing(now)).findFirst();
    if (missing.isPresent()) {
      return missing.map(schedule ->
          text("run.alarm.missing", SwedishDates.minute(due(schedule, now).toInstant())));
    }
    return runs.lastDecided()
        .filter(run -> run.ended().filter(end -> end.outcome().isFailure()).isPresent())
        .map(run -> text("run.alarm.failed", SwedishDates.minute(run.startedAt())));
  }

  private static ZonedDateTime due(Schedule schedule, ZonedDateTime now) {
    return ZonedDateTime.of(schedule.dueDay(now), schedule.dailyAt(), now.getZone());
  }
}
