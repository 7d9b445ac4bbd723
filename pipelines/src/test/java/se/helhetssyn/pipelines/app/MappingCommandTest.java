package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MappingCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void deliver() throws IOException {
    Files.writeString(
        folder.resolve("absence.csv"),
        "enrolment_id,from_date,to_date,reason\nI1,2026-01-01,,HOSPITAL\n");
  }

  private int run(String... arguments) {
    return Helhetssyn.run(
        arguments,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private int draft() {
    return run(
        "mapping",
        "draft",
        "--in",
        folder.resolve("absence.csv").toString(),
        "--out",
        folder.resolve("a.yaml").toString());
  }

  private int check() {
    return run(
        "mapping", "check", "--mapping", folder.resolve("a.yaml").toString(), "--in", "" + folder);
  }

  @Test
  void aDraftIsWrittenAndComesThrough() throws IOException {
    assertThat(draft()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("tabellen absence, 4 av filens 4");
    assertThat(check()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("absence: 1 rad, 1 går igenom");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void rowsThatFailAreExit2AndAMistakenMappingExit3() throws IOException {
    draft();
    Files.writeString(
        folder.resolve("absence.csv"),
        "enrolment_id,from_date,to_date,reason\nI1,i går,,HOSPITAL\n");
    assertThat(check()).isEqualTo(2);
    Files.writeString(folder.resolve("a.yaml"), "tables: {absense: []}\n");
    assertThat(check()).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("source_system saknas", "tabellen finns inte; menade du absence")
        .doesNotContain("\tat ");
  }

  @Test
  void wrongUseIsExit2InOneSentence() {
    assertThat(run("mapping")).isEqualTo(2);
    assertThat(run("mapping", "check")).isEqualTo(2);
    assertThat(run("mapping", "check", "--mapping", "x.yaml", "--in", "x")).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("--mapping", "./helhetssyn mapping check --help")
        .doesNotContain("\tat ");
    assertThat(run("mapping", "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("draft", "check");
  }
}
