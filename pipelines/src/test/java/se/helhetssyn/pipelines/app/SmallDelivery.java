package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.door.Door;

/**
 * A small invented delivery of few tables, and processes that work on it as the launcher starts
 * them.
 */
final class SmallDelivery {
  private static final Set<String> KEPT =
      Set.of(
          "org_unit.csv",
          "person.csv",
          "conference.csv",
          "conference_participant.csv",
          "deviation.csv");

  private SmallDelivery() {}

  /** Writes the delivery into a folder and returns the command that takes it into a store. */
  static String[] pipeline(Path folder, StoreLayout store) throws IOException {
    Path extracts = folder.resolve("uttag");
    Answer made =
        Answer.to(
            "generate",
            "--out",
            extracts.toString(),
            "--persons",
            "40",
            "--units",
            "4",
            "--months",
            "6",
            "--until",
            "2025-09-30");
    assertThat(made.exit()).as(made.err()).isZero();
    for (Path file : Door.filesIn(extracts)) {
      if (!KEPT.contains(file.getFileName().toString())) {
        Files.delete(file);
      }
    }
    return command(extracts, store);
  }

  /** The command that takes a folder's extracts into a store. */
  static String[] command(Path extracts, StoreLayout store) {
    return new String[] {
      "pipeline",
      "--extracts",
      extracts.toString(),
      "--store",
      store.root().toString(),
      "--as-of",
      "2025-10-31",
      "--master",
      "local[2]"
    };
  }

  /** A process of its own, as the launcher starts it. */
  static ProcessBuilder java(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("@" + Path.of("spark.jvm").toAbsolutePath());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
