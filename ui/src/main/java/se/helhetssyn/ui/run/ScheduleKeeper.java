package se.helhetssyn.ui.run;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.helhetssyn.ui.state.Alarm;

/**
 * Starts what is due. One that came due while this application was down or another run was going on
 * is started as soon as it can be, once however many days went by.
 */
@Configuration
@EnableScheduling
class ScheduleKeeper {
  private final Schedules schedules;
  private final PipelineRuns runs;
  private final Clock clock;

  ScheduleKeeper(Schedules schedules, PipelineRuns runs, Clock clock) {
    this.schedules = schedules;
    this.runs = runs;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 5, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
  void look() {
    ZonedDateTime now = ZonedDateTime.now(clock);
    schedules.all().stream()
        .filter(schedule -> schedule.isDue(now))
        .forEach(schedule -> start(schedule, now));
  }

  private void start(Schedule schedule, ZonedDateTime now) {
    LocalDate day = schedule.dueDay(now);
    try {
      runs.start(
          new RunOrder(
              schedule.folder(),
              schedule.mapping(),
              schedule.user(),
              null,
              new RunOrder.Scheduled(schedule.id(), day)));
      schedules.started(schedule.id(), day);
    } catch (RunRefused notNow) {
      if (schedule.isMissing(now) && !day.equals(schedule.alarmedDay())) {
        Alarm.raise("run-missing", "schedule=%s day=%s".formatted(schedule.id(), day));
        schedules.alarmed(schedule.id(), day);
      }
    }
  }
}
