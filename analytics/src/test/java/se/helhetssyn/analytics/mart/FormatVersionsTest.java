package se.helhetssyn.analytics.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatVersionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "3, 5, true",
    "2, 5, true",
    "3, 4, true",
    "2, 4, true",
    "1, 5, false",
    "3, 3, false",
    "4, 5, false",
    "3, 6, false",
    "0, 5, false",
    "3, 0, false",
  })
  void aProgramReadsItsOwnVersionAndTheOneBefore(int store, int mart, boolean readable) {
    FormatVersions program = new FormatVersions(3, 5);
    assertThat(new FormatVersions(store, mart).readableBy(program)).isEqualTo(readable);
  }

  @Test
  void theFirstVersionHasNoneBeforeIt() {
    FormatVersions program = new FormatVersions(1, 1);
    assertThat(new FormatVersions(1, 1).readableBy(program)).isTrue();
    assertThat(new FormatVersions(0, 0).readableBy(program)).isFalse();
  }

  @Test
  void eitherVersionMayBeTheNewerOne() {
    FormatVersions program = new FormatVersions(3, 5);
    assertThat(new FormatVersions(4, 1).newerThan(program)).isTrue();
    assertThat(new FormatVersions(1, 6).newerThan(program)).isTrue();
    assertThat(program.newerThan(program)).isFalse();
  }

  @Test
  void aManifestOfAnotherShapeStillTellsItsVersions() throws IOException {
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(manifest, "{\"format_version\": 9, \"mart_schema_version\": 8, \"x\": [1]}");
    assertThat(FormatVersions.in(manifest)).isEqualTo(new FormatVersions(9, 8));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\0',
      delimiter = '|',
      value = {"[]", "null", "{", "{\"format_version\":\"x\"}"})
  void whatIsNoManifestTellsNone(String text) throws IOException {
    Path manifest = Files.writeString(folder.resolve("manifest.json"), text);
    assertThat(FormatVersions.in(manifest)).isEqualTo(new FormatVersions(0, 0));
    assertThat(FormatVersions.in(folder.resolve("nowhere"))).isEqualTo(new FormatVersions(0, 0));
  }
}
