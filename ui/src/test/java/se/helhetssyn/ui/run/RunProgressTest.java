package se.helhetssyn.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.ui.run.PipelineRun.RowSums;

final class RunProgressTest {
  private static final Instant NOW = Instant.parse("2026-11-01T06:00:20Z");
  private static final String PLAN =
      """
      {"at":"2026-11-01T06:00:00Z","stage":"plan","stages":[{"stage":"files","seconds":4.0},{"stage":"intake","seconds":30.0},{"stage":"publish","seconds":6.0}]}
      {"at":"2026-11-01T06:00:00Z","stage":"files","message":"Kontrollerar filerna"}
      {"at":"2026-11-01T06:00:05Z","stage":"files","message":"klart","seconds":5.0}
      {"at":"2026-11-01T06:00:10Z","stage":"intake","message":"Läser in"}
      {"at":"2026-11-01T06:00:12Z","stage":"note","message":"En fil läses inte."}
      {"at":"2026-11-01T06:00:12Z","stage":"table","table":"absence","delivered":10,"trusted":6,"quarantined":1,"duplicates":2,"rejected":1}
      """;

  @TempDir private Path folder;

  @Test
  void aRunThatHasSaidNothingIsAtNoStage() {
    RunProgress none = RunProgress.read(folder.resolve("events.jsonl"));
    assertThat(none.stages()).isEmpty();
    assertThat(none.place()).isZero();
    assertThat(none.left(NOW)).isEmpty();
    assertThat(none.published()).isNull();
  }

  @Test
  void stagesRowsAndTimeLeftAreThoseOfTheEvents() throws IOException {
    RunProgress progress = read(PLAN + "{\"at\":\"2026-11-01T06:00:1");
    assertThat(progress.stages())
        .extracting(RunProgress.Stage::name)
        .containsExactly("files", "intake", "publish");
    assertThat(progress.place()).isEqualTo(2);
    assertThat(progress.stages().get(1).isRunning()).isTrue();
    // 10 of 30 seconds are gone, 6 are to come.
    assertThat(progress.left(NOW)).contains(Duration.ofSeconds(26));
    assertThat(progress.rows()).contains(new RowSums(10, 6, 2));
    assertThat(progress.notes()).containsExactly("En fil läses inte.");
  }

  @Test
  void aStageThatTakesLongerThanLastTimeHasNothingLeftButTheOthers() throws IOException {
    assertThat(read(PLAN).left(NOW.plusSeconds(3_600))).contains(Duration.ofSeconds(6));
  }

  @Test
  void withoutTimesOfAnEarlierRunNobodyKnowsWhatIsLeft() throws IOException {
    assertThat(read(PLAN.replace(",\"seconds\":6.0}", "}")).left(NOW)).isEmpty();
  }

  @Test
  void theLastEventSaysHowItEnded() throws IOException {
    assertThat(read("{\"stage\":\"end\",\"outcome\":\"PUBLISHED\",\"message\":\"\"}\n").published())
        .isTrue();
    RunProgress stopped =
        read("{\"stage\":\"end\",\"outcome\":\"STOPPED\",\"message\":\"Disken är full.\"}\n");
    assertThat(stopped.published()).isFalse();
    assertThat(stopped.lastWord()).isEqualTo("Disken är full.");
  }

  private RunProgress read(String events) throws IOException {
    return RunProgress.read(Files.writeString(folder.resolve("events.jsonl"), events));
  }
}
