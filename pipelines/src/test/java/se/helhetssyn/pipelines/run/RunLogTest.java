package se.helhetssyn.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.StoreLayout;

final class RunLogTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  private RunLog start(Path file) {
    return RunLog.start(file, 1, new PrintStream(screen, true, StandardCharsets.UTF_8), false);
  }

  private String told() {
    return screen.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyStageIsAnEventAndALine() {
    Path file = folder.resolve("r1/events.jsonl");
    try (RunLog log = start(file)) {
      assertThat(log.stage("measure", "Räknar", () -> 7)).isEqualTo(7);
      log.published();
    }
    assertThat(file).content().hasLineCount(3).contains("\"stage\":\"measure\"", "publicerad");
    assertThat(told()).isEqualToIgnoringNewLines("Räknar …");
  }

  @Test
  void theEventsSayWhatIsPlannedWhereRowsWentAndHowTheRunEnded() {
    Path file = folder.resolve("r1/events.jsonl");
    try (RunLog log = start(file)) {
      log.plan(RunPlan.after(new StoreLayout(folder), null));
      log.table(new Manifest.TableCount("absence", 10, 6, 1, 2, 1, 0, 0));
      log.stopped("Disken är full.");
    }
    assertThat(file)
        .content()
        .contains(
            "\"stage\":\"plan\",\"stages\":[{\"stage\":\"files\"},{\"stage\":\"start\"}",
            "\"stage\":\"table\",\"table\":\"absence\",\"delivered\":10,\"trusted\":6,\"quarantined\":1",
            "\"outcome\":\"STOPPED\",\"message\":\"Disken är full.\"");
    assertThat(told()).contains("absence", "10 rader = 6 betrodda");
  }

  @Test
  void eventsThatFindNoRoomStopNoRunAndAreToldOf() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no /dev/full here");
    Path file = Files.createSymbolicLink(folder.resolve("events.jsonl"), full);
    try (RunLog log = start(file)) {
      assertThat(log.stage("measure", "Räknar", () -> 7)).isEqualTo(7);
      log.note("En sak till.");
      log.published();
    }
    assertThat(told())
        .hasLineCount(3)
        .contains("En sak till.", "Körningens logg " + file + " kunde inte skrivas klart.");
  }

  @Test
  void errorsAreDescribedInAFileOfTheRun() {
    Path file = folder.resolve("technical.log");
    try (TechnicalLog log = TechnicalLog.start(file)) {
      LoggerFactory.getLogger("org.apache.spark.Some").error("lost", new IOException("far away"));
      log.describe(new IllegalStateException("the reason"));
    }
    assertThat(file)
        .content()
        .contains("lost", "IOException: far away", "IllegalStateException: the reason", "\tat ");
  }

  @Test
  void aRunWithoutErrorsLeavesNoFile() {
    Path file = folder.resolve("technical.log");
    try (TechnicalLog log = TechnicalLog.start(file)) {
      assertThat(log.file()).isEqualTo(file);
    }
    assertThat(file).doesNotExist();
  }
}
