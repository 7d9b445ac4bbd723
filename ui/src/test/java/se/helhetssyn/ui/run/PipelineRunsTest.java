package se.helhetssyn.ui.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.helhetssyn.ui.run.PipelineRun.End;
import se.helhetssyn.ui.state.Installation;
import se.helhetssyn.ui.state.StateDatabases;

/** Runs of a launcher that only pretends. */
final class PipelineRunsTest {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final String EVENTS =
      """
      while [ $# -gt 0 ]; do
        case $1 in --run-id) id=$2 ;; --store) store=$2 ;; esac
        shift
      done
      mkdir -p "$store/runs/$id"
      events=$store/runs/$id/events.jsonl
      echo '{"at":"2026-11-01T06:00:00Z","stage":"plan","stages":[{"stage":"files"}]}' >>"$events"
      """;

  @TempDir private Path folder;
  private final BlockingQueue<RunEnded> ended = new LinkedBlockingQueue<>();
  private JdbcClient database;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    Path launcher = folder.resolve("launcher");
    installation =
        new Installation(folder.resolve("store"), folder.resolve("state"), launcher, null, null);
    database = StateDatabases.H2.client();
    does("echo '{\"stage\":\"end\",\"outcome\":\"PUBLISHED\"}' >>\"$events\"");
  }

  private void does(String script) throws IOException {
    Path launcher = Files.writeString(folder.resolve("launcher"), "#!/bin/sh\n" + EVENTS + script);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
  }

  private PipelineRuns runs() {
    return runs(Clock.system(SWEDEN));
  }

  private PipelineRuns runs(Clock clock) {
    return new PipelineRuns(
        new Runs(database),
        new PipelineProcess(installation),
        installation,
        event -> ended.add((RunEnded) event),
        clock);
  }

  private RunOrder order() {
    return new RunOrder(folder, null, "anna", null, null);
  }

  private RunEnded next() throws InterruptedException {
    RunEnded event = ended.poll(30, TimeUnit.SECONDS);
    assertThat(event).as("a run has ended").isNotNull();
    return event;
  }

  private End end(String id) {
    return new Runs(database).find(id).flatMap(PipelineRun::ended).orElseThrow();
  }

  @Test
  void aRunThatPublishesIsOnTheListWithWhoAskedForIt() throws Exception {
    String id = runs().start(order());
    assertThat(next()).isEqualTo(new RunEnded(id, null, RunOutcome.PUBLISHED));
    assertThat(new Runs(database).last(10))
        .singleElement()
        .satisfies(run -> assertThat(run.user()).isEqualTo("anna"));
    assertThat(end(id).outcome()).isEqualTo(RunOutcome.PUBLISHED);
    assertThat(folder.resolve("state/runs/" + id)).doesNotExist();
  }

  @Test
  void aRunThatStopsSaysWhy() throws Exception {
    does(
        "echo '{\"stage\":\"end\",\"outcome\":\"STOPPED\",\"message\":\"Full disk.\"}' >>\"$events\"; exit 3");
    String id = runs().start(order());
    assertThat(next().outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(end(id).message()).isEqualTo("Full disk.");
  }

  @Test
  void aRunThatMayNotEvenWriteInTheStoreIsToldByItsLastWord() throws Exception {
    does("rm -r \"$store/runs/$id\"; echo 'Lagret är trasigt.' >&2; exit 3");
    String id = runs().start(order());
    assertThat(next().outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(end(id).message()).isEqualTo("Lagret är trasigt.");
  }

  @Test
  void aProcessThatDiesIsInterrupted() throws Exception {
    does("kill -9 $$");
    runs().start(order());
    assertThat(next().outcome()).isEqualTo(RunOutcome.INTERRUPTED);
  }

  @Test
  void onlyOneRunGoesOnAtATimeAndItCanBeStopped() throws Exception {
    does("exec sleep 60");
    PipelineRuns runs = runs();
    String id = runs.start(order());
    assertThatExceptionOfType(RunRefused.class)
        .isThrownBy(() -> runs.start(order()))
        .withMessageContaining("En annan körning pågår");
    runs.cancel(id, "bo");
    assertThat(next()).isEqualTo(new RunEnded(id, null, RunOutcome.CANCELLED));
    assertThat(new Runs(database).find(id).orElseThrow().cancelledBy()).isEqualTo("bo");
    assertThat(runs.running()).isEmpty();
  }

  @Test
  void aRunIsFollowedAcrossARestartOfTheApplication() throws Exception {
    Path go = folder.resolve("go");
    does(
        "while [ ! -e '"
            + go
            + "' ]; do sleep 0.1; done; echo '{\"stage\":\"end\",\"outcome\":\"PUBLISHED\"}' >>\"$events\"");
    String id = runs().start(order());
    PipelineRuns restarted = runs();
    restarted.takeUp();
    assertThat(restarted.running()).map(PipelineRun::id).contains(id);
    Files.createFile(go);
    assertThat(next().outcome()).isEqualTo(RunOutcome.PUBLISHED);
    assertThat(ended).as("it is told once").isEmpty();
  }

  @Test
  void aRunWhoseProcessIsGoneAfterARestartIsInterrupted() throws Exception {
    new Runs(database)
        .add(
            new PipelineRun(
                "20261101T060000Z-0001",
                "anna",
                null,
                null,
                null,
                Instant.now(),
                new PipelineRun.ProcessMark(ProcessHandle.current().pid(), Instant.EPOCH),
                null,
                null));
    runs().takeUp();
    assertThat(next().outcome()).isEqualTo(RunOutcome.INTERRUPTED);
  }

  @Test
  void withoutALauncherNothingCanBeStarted() {
    installation = new Installation(folder, folder, null, null, null);
    assertThatExceptionOfType(RunRefused.class).isThrownBy(() -> runs().start(order()));
    assertThat(new Runs(database).last(1)).isEmpty();
  }

  @Test
  void whatIsDueIsStartedOnceAndAFailureIsToldUntilARunPublishes() throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2026-11-05T06:00:00Z"), SWEDEN);
    Schedules schedules = new Schedules(database, clock);
    schedules.add(
        new Schedule(
            "s",
            LocalTime.of(6, 30),
            folder,
            null,
            Duration.ofHours(1),
            "anna",
            LocalDate.of(2026, 11, 1),
            null));
    RunAlarm alarm = new RunAlarm(new Runs(database), schedules, clock);
    does("exit 1");
    PipelineRuns runs = runs(clock);
    ScheduleKeeper keeper = new ScheduleKeeper(schedules, runs, new Runs(database), clock);
    keeper.look();
    assertThat(next().outcome()).isEqualTo(RunOutcome.INTERRUPTED);
    keeper.look();
    assertThat(new Runs(database).last(10))
        .singleElement()
        .satisfies(run -> assertThat(run.scheduledDay()).isEqualTo(LocalDate.of(2026, 11, 5)));
    Instant before = clock.instant().minusSeconds(60);
    assertThat(alarm.sentence(before))
        .contains(
            "Körningen som startade 5\u00a0november 2026 kl.\u00a007.00 blev inte klar. Uppgifterna är från körningen före den.");
    assertThat(alarm.sentence(null))
        .as("nothing is published")
        .hasValueSatisfying(sentence -> assertThat(sentence).doesNotContain("före den"));
    assertThat(alarm.sentence(clock.instant().plusSeconds(60)))
        .as("somebody has published since")
        .isEmpty();
    does("echo '{\"stage\":\"end\",\"outcome\":\"PUBLISHED\"}' >>\"$events\"");
    runs(Clock.offset(clock, Duration.ofMinutes(1))).start(order());
    assertThat(next().outcome()).isEqualTo(RunOutcome.PUBLISHED);
    assertThat(alarm.sentence(before)).isEmpty();
  }

  @Test
  void aRunThatWasKilledAfterItsGenerationCameIntoForceHasPublished() throws Exception {
    does("printf %s \"$id\" >\"$store/current\"; kill -9 $$");
    runs().start(order());
    assertThat(next().outcome()).isEqualTo(RunOutcome.PUBLISHED);
  }

  @Test
  void aRunEndedWhenItSaysSo() throws Exception {
    does(
        "echo '{\"at\":\"2026-11-01T06:05:00Z\",\"stage\":\"end\",\"outcome\":\"PUBLISHED\"}' >>\"$events\"");
    String id = runs().start(order());
    assertThat(next().outcome()).isEqualTo(RunOutcome.PUBLISHED);
    assertThat(end(id).at()).isEqualTo("2026-11-01T06:05:00Z");
  }

  @Test
  void aScheduleThatFindsTheStoreInUseIsStillDue() throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2026-11-05T06:00:00Z"), SWEDEN);
    Schedules schedules = new Schedules(database, clock);
    LocalDate yesterday = LocalDate.of(2026, 11, 4);
    schedules.add(
        new Schedule(
            "s", LocalTime.of(6, 30), folder, null, Duration.ofHours(1), "anna", yesterday, null));
    does("rm -r \"$store/runs/$id\"; exit 4");
    ScheduleKeeper[] keeper = new ScheduleKeeper[1];
    PipelineRuns runs =
        new PipelineRuns(
            new Runs(database),
            new PipelineProcess(installation),
            installation,
            event -> {
              keeper[0].ended((RunEnded) event);
              ended.add((RunEnded) event);
            },
            clock);
    keeper[0] = new ScheduleKeeper(schedules, runs, new Runs(database), clock);
    keeper[0].look();
    assertThat(next().outcome()).isEqualTo(RunOutcome.POSTPONED);
    assertThat(schedules.all().getFirst().lastDay()).isEqualTo(yesterday);
  }

  @Test
  void aRunThatCannotBeStartedIsOnRecordAsFailedAndLeavesNoFolder() throws Exception {
    Files.writeString(folder.resolve("launcher"), "#!/finns/inte\n");
    assertThatExceptionOfType(RunRefused.class)
        .isThrownBy(() -> runs().start(order()))
        .withMessageNotContaining("/");
    assertThat(new Runs(database).last(9))
        .singleElement()
        .satisfies(
            run -> assertThat(run.ended().orElseThrow().outcome()).isEqualTo(RunOutcome.REFUSED));
    assertThat(folder.resolve("state/runs")).isEmptyDirectory();
  }

  @Test
  void thePipelineDoesNotKnowHowToLogInToTheDatabase() throws Exception {
    ProcessBuilder prepared = new PipelineProcess(installation).run("r", order(), folder);
    assertThat(prepared.environment())
        .doesNotContainKeys("HELHETSSYN_DATABASE_USER", "HELHETSSYN_DATABASE_PASSWORD");
  }

  @Test
  void aRunThatCannotStartInTimeIsTold() {
    installation = new Installation(folder, folder, null, null, null);
    Clock clock = Clock.fixed(Instant.parse("2026-11-05T08:00:00Z"), SWEDEN);
    Schedules schedules = new Schedules(database, clock);
    LocalDate yesterday = LocalDate.of(2026, 11, 4);
    schedules.add(
        new Schedule(
            "s", LocalTime.of(6, 30), folder, null, Duration.ofHours(1), "anna", yesterday, null));
    new ScheduleKeeper(schedules, runs(clock), new Runs(database), clock).look();
    assertThat(schedules.all().getFirst().alarmedDay()).isEqualTo(yesterday.plusDays(1));
    assertThat(new RunAlarm(new Runs(database), schedules, clock).sentence(null))
        .hasValueSatisfying(sentence ->
            assertThat(sentence).contains("skulle ha startat 5\u00a0november 2026 kl.\u00a006.30"));
  }
}
