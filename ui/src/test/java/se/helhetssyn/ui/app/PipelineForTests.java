package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The pipeline of this working tree, as a process of its own: this module does not know it. */
final class PipelineForTests {
  private static final Path MODULE = Path.of("..", "pipelines").toAbsolutePath().normalize();
  private static final Path CLASSPATH = MODULE.resolve("target/classpath");
  private static final Set<String> TABLES =
      Set.of("org_unit.csv", "person.csv", "conference.csv", "conference_participant.csv");

  private PipelineForTests() {}

  /** A launcher; without a built pipeline the test is skipped, but not under CI. */
  static Path launcher(Path folder) throws IOException {
    if (!Files.exists(CLASSPATH)) {
      System.err.println("SKIPPED: tests of whole deliveries need the module pipelines built.");
      assertThat(System.getenv("CI")).as("pipelines is built under CI").isNotEqualTo("true");
    }
    assumeTrue(Files.exists(CLASSPATH));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String script =
        """
        #!/bin/sh
        exec '%1$s' -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \\
          '@%2$s/spark.jvm' -cp "%2$s/target/classes:$(cat '%2$s/target/classpath')" \\
          se.helhetssyn.pipelines.app.Helhetssyn "$@"
        """
            .formatted(java, MODULE);
    Path launcher = Files.writeString(folder.resolve("helhetssyn"), script);
    return Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
  }

  /** A small invented delivery up to the end of last month, of few tables. */
  static List<Path> delivery(Path launcher, Path folder) throws IOException, InterruptedException {
    Process made =
        new ProcessBuilder(
                launcher.toString(),
                "generate",
                "--out",
                folder.toString(),
                "--persons",
                "40",
                "--units",
                "4",
                "--months",
                "6",
                "--until",
                LocalDate.now(ZoneId.of("Europe/Stockholm"))
                    .withDayOfMonth(1)
                    .minusDays(1)
                    .toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(made.waitFor()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> TABLES.contains(file.getFileName().toString())).toList();
    }
  }
}
