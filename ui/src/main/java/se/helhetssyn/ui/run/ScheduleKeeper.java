package se.helhetssyn.ui.run;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
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
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleKeeper.class);

  private final Schedules schedules;
  private final PipelineRuns runs;
  private final Runs started;
  private final Clock clock;

  ScheduleKeeper(Schedules schedules, PipelineRuns runs, Runs started, Clock clock) {
    this.schedules = schedules;
    this.runs = runs;
    this.started = started;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 5, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
  synchronized void look() {
    ZonedDateTime now = ZonedDateTime.now(clock);
    schedules.all().stream()
        .filter(schedule -> schedule.isDue(now))
        .forEach(schedule -> look(schedule, now));
  }

  /** What goes wrong with one schedule is not the others' business. */
  private void look(Schedule schedule, ZonedDateTime now) {
    try {
      if (!start(schedule, now)) {
        tellIfMissing(schedule, now);
      }
    } catch (RuntimeException failure) {
      LOG.error("A scheduled run could not be started.", failure);
      tellIfMissing(schedule, now);
    }
  }

  /** Starts it; false if that cannot be done now. */
  private boolean start(Schedule schedule, ZonedDateTime now) {
    LocalDate day = schedule.dueDay(now);
    try {
      runs.start(
          new RunOrder(
              schedule.folder(),
              schedule.mapping(),
              schedule.user(),
              null,
              new RunOrder.Scheduled(schedule.id(), day)));
    } catch (RunRefused refused) {
      if (!refused.isOnRecord()) {
        return false;
      }
    }
    schedules.started(schedule.id(), day);
    return true;
  }

  private void tellIfMissing(Schedule schedule, ZonedDateTime now) {
    LocalDate day = schedule.dueDay(now);
    if (schedule.isMissing(now) && !day.equals(schedule.alarmedDay())) {
      Alarm.raise("run-missing", "schedule=%s day=%s".formatted(schedule.id(), day));
      schedules.alarmed(schedule.id(), day);
    }
  }

  /** A run that found the store in use has done nothing: its schedule is due again. */
  @EventListener
  synchronized void ended(RunEnded run) {
    if (run.outcome() != RunOutcome.POSTPONED) {
      return;
    }
    PipelineRun postponed = started.find(run.runId()).orElseThrow();
    String id = postponed.scheduleId();
    LocalDate day = postponed.scheduledDay();
    if (id != null && day != null) {
      schedules.started(id, day.minusDays(1));
    }
  }
}
