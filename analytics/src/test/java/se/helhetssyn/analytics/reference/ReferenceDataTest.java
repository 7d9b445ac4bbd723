package se.helhetssyn.analytics.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ReferenceDataTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final PrintStream told = new PrintStream(lines, true, UTF_8);

  @Test
  void anExistingFileIsFound() throws IOException {
    Path file = Files.writeString(folder.resolve("answers.csv"), "1");
    assertThat(ReferenceData.require(folder, "answers.csv", true, told)).isEqualTo(file);
  }

  @Test
  void withoutTheFolderTheTestIsSkippedWithOneLine() {
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> ReferenceData.require(absent, "answers.csv", false, told))
        .isInstanceOf(TestAbortedException.class);
    assertThat(lines.toString(UTF_8))
        .hasLineCount(1)
        .startsWith("SKIPPED, REFERENCE DATA MISSING")
        .contains("answers.csv");
  }

  @Test
  void withoutTheFolderContinuousIntegrationFails() {
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> ReferenceData.require(absent, "answers.csv", true, told))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("answers.csv");
  }

  @Test
  void aMissingFileInAnExistingFolderAlwaysFails() {
    assertThatThrownBy(() -> ReferenceData.require(folder, "answers.csv", false, told))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("answers.csv");
  }
}
