package se.helhetssyn.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

final class StoreLockTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("lager").resolve("lock");
  }

  @Test
  void theFirstRunFindsNothingUnfinished() {
    try (StoreLock lock = StoreLock.take(file(), "r1")) {
      assertThat(lock.unfinishedRun()).isEmpty();
      assertThat(file()).hasContent("r1");
    }
    assertThat(file()).isEmptyFile();
  }

  @Test
  void aRunThatEndedLeavesNothingToTell() {
    StoreLock.take(file(), "r1").close();
    try (StoreLock lock = StoreLock.take(file(), "r2")) {
      assertThat(lock.unfinishedRun()).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsNoUnfinishedRun() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "../../etc\nå");
    try (StoreLock lock = StoreLock.take(file(), "r2")) {
      assertThat(lock.unfinishedRun()).isEmpty();
    }
  }

  @Test
  void onlyOneRunAtATimeIsLetIn() {
    try (StoreLock lock = StoreLock.take(file(), "r1")) {
      assertThat(lock.unfinishedRun()).isEmpty();
      assertBusy("r2");
    }
    assertThat(file()).isEmptyFile();
  }

  private void assertBusy(String run) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> StoreLock.take(file(), run).close())
        .withMessageContaining("upptaget av en annan körning")
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.STORE_BUSY));
  }

  @Test
  void anotherProcessHoldsTheLockUntilItDiesAndItsRunIsThenUnfinished()
      throws IOException, InterruptedException {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                file().toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = holder.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("held");
      assertBusy("r2");
    } finally {
      holder.destroyForcibly().waitFor();
    }
    try (StoreLock lock = StoreLock.take(file(), "r3")) {
      assertThat(lock.unfinishedRun()).contains("r1");
    }
  }

  @Test
  void aStoreThatCannotBeWrittenIsBadInput() throws IOException {
    Files.writeString(folder.resolve("lager"), "a file");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> StoreLock.take(file(), "r1").close())
        .withMessageContaining("går inte att skriva i")
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
  }

  /** Takes the lock and waits to be killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      try (StoreLock lock = StoreLock.take(Path.of(arguments[0]), "r1")) {
        System.out.println(lock.unfinishedRun().isEmpty() ? "held" : "unfinished");
        int end = System.in.read();
        System.out.println(end);
      }
    }
  }
}
