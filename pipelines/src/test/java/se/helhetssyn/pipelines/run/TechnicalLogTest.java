package se.helhetssyn.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TechnicalLogTest {
  @TempDir private static Path folder;

  @Test
  void aFailureIsDescribedWithoutThePersonsInIt() throws IOException {
    Path file = folder.resolve("technical.log");
    String key = "ab".repeat(32);
    String twelve = "1".repeat(12);
    String hyphenated = "2".repeat(6) + "-" + "2".repeat(4);
    try (TechnicalLog log = TechnicalLog.start(file)) {
      log.describe(
          new IllegalStateException(
              "cannot cast " + key, new ArithmeticException(twelve + " and " + hyphenated)));
    }
    assertThat(Files.readString(file))
        .contains("IllegalStateException", "cannot cast …", "… and …", "TechnicalLogTest.java")
        .doesNotContain(key, twelve, hyphenated);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aRunWithoutErrorsLeavesNoFile() {
    Path file = folder.resolve("nothing.log");
    TechnicalLog.start(file).close();
    assertThat(file).doesNotExist();
  }
}
