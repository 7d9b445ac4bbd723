package se.helhetssyn.analytics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ReferenceDataTest {
  @TempDir Path folder;

  @Test
  void anExistingFileIsFound() throws IOException {
    Path file = Files.writeString(folder.resolve("answers.csv"), "1");
    assertThat(ReferenceData.require(folder, "answers.csv", true)).isEqualTo(file);
  }

  @Test
  void withoutTheFolderTheTestIsSkipped() {
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> ReferenceData.require(absent, "answers.csv", false))
        .isInstanceOf(TestAbortedException.class);
  }

  @Test
  void withoutTheFolderContinuousIntegrationFails() {
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> ReferenceData.require(absent, "answers.csv", true))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("answers.csv");
  }

  @Test
  void aMissingFileInAnExistingFolderAlwaysFails() {
    assertThatThrownBy(() -> ReferenceData.require(folder, "answers.csv", false))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("answers.csv");
  }
}
