package se.helhetssyn.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.helhetssyn.ui.run.PipelineRun.End;
import se.helhetssyn.ui.run.PipelineRun.ProcessMark;
import se.helhetssyn.ui.run.PipelineRun.RowSums;
import se.helhetssyn.ui.state.StateDatabases;

/** What is remembered of runs and schedules, in every database that may remember it. */
final class RunsTest {
  private static final Instant AT = Instant.parse("2026-11-01T06:00:00.123Z");

  private static PipelineRun run(String id, Instant at, @Nullable ProcessMark process) {
    return new PipelineRun(
        id, "anna", null, "s1", LocalDate.of(2026, 11, 1), at, process, null, null);
  }

  @ParameterizedTest
  @EnumSource
  void aRunComesBackAsItWasPutIn(StateDatabases database) {
    Runs runs = new Runs(database.client());
    PipelineRun run = run("r1", AT, new ProcessMark(4711, AT));
    runs.add(run);
    runs.add(run("r2", AT.plusSeconds(1), null));
    assertThat(runs.find("r1")).contains(run);
    assertThat(runs.open()).extracting(PipelineRun::id).containsExactly("r1", "r2");
    assertThat(runs.last(1)).extracting(PipelineRun::id).containsExactly("r2");
    assertThat(runs.find("r3")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRunEndsOnce(StateDatabases database) {
    Runs runs = new Runs(database.client());
    runs.add(run("r1", AT, null));
    End end = new End(AT, RunOutcome.PUBLISHED, "å".repeat(3_000), new RowSums(3, 2, 1));
    assertThat(runs.ended("r1", end)).isTrue();
    assertThat(runs.ended("r1", new End(AT, RunOutcome.REFUSED, "", null))).isFalse();
    runs.cancelled("r1", "bo");
    PipelineRun ended = runs.find("r1").orElseThrow();
    assertThat(ended.cancelledBy()).isNull();
    assertThat(ended.ended())
        .contains(new End(AT, RunOutcome.PUBLISHED, "å".repeat(2_000), new RowSums(3, 2, 1)));
    assertThat(runs.open()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRunThatSomebodyStoppedDecidesNothing(StateDatabases database) {
    Runs runs = new Runs(database.client());
    assertThat(runs.lastDecided()).isEmpty();
    runs.add(run("r1", AT, null));
    runs.ended("r1", new End(AT, RunOutcome.INTERRUPTED, "", null));
    runs.add(run("r2", AT.plusSeconds(9), null));
    runs.cancelled("r2", "bo");
    runs.ended("r2", new End(AT, RunOutcome.CANCELLED, "", null));
    assertThat(runs.lastDecided()).map(PipelineRun::id).contains("r1");
  }

  @ParameterizedTest
  @EnumSource
  void aScheduleRemembersTheDayItWasStartedFor(StateDatabases database) {
    Schedules schedules = new Schedules(database.client(), Clock.systemUTC());
    LocalDate day = LocalDate.of(2026, 10, 25);
    Schedule schedule =
        new Schedule(
            "s1",
            LocalTime.of(6, 5),
            Path.of("/uttag/åäö"),
            "system.yaml",
            Duration.ofMinutes(90),
            "anna",
            day,
            null);
    schedules.add(schedule);
    assertThat(schedules.all()).containsExactly(schedule);
    schedules.started("s1", day.plusDays(1));
    schedules.alarmed("s1", day.plusDays(2));
    assertThat(schedules.all().getFirst().lastDay()).isEqualTo(day.plusDays(1));
    assertThat(schedules.all().getFirst().alarmedDay()).isEqualTo(day.plusDays(2));
    schedules.remove("s1");
    assertThat(schedules.all()).isEmpty();
  }
}
