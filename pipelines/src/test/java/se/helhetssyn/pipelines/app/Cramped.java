package se.helhetssyn.pipelines.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.xerial.snappy.Snappy;
import se.helhetssyn.analytics.mart.StoreLayout;

/**
 * Runs one command again and again in a process of its own, each time with another limit from the
 * operating system on how large a file may become: writing beyond it fails as on a full disk.
 *
 * <p>Arguments: the limits in bytes with commas between ({@code unlimited} for none), then the
 * command. Both streams tell what a user would see; each run ends with a line of its exit code and
 * of what is published and kept then.
 */
final class Cramped {
  private Cramped() {}

  public static void main(String[] arguments) throws Exception {
    loadWhatIsUnpackedOnce();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    String[] command = Arrays.copyOfRange(arguments, 1, arguments.length);
    for (String limit : arguments[0].split(",", -1)) {
      limit(limit);
      int exit = Helhetssyn.run(command, out, err);
      limit("unlimited");
      err.printf("exit %d, %s%n", exit, state(new StoreLayout(store(command))));
    }
    System.exit(0);
  }

  private static Path store(String[] command) {
    return Path.of(command[Arrays.asList(command).indexOf("--store") + 1]);
  }

  /** What is published and kept, and whether the run just ended left anything half-made. */
  private static String state(StoreLayout store) throws IOException {
    try (Stream<Path> kept = Files.list(store.generations());
        Stream<Path> runs = Files.list(store.root().resolve("runs"))) {
      // Spark keeps the first run's folder for the rest of the process, so only the last is told
      // of.
      Path last = runs.max(Comparator.naturalOrder()).orElseThrow();
      return "serves %s of %s, scratch: %s"
          .formatted(
              Files.readString(store.pointer()).strip(),
              kept.map(g -> g.getFileName().toString()).sorted().toList(),
              Files.exists(last.resolve("scratch")));
    }
  }

  /** Native libraries are unpacked to files larger than any limit here. */
  private static void loadWhatIsUnpackedOnce() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      if (!connection.isValid(1) || Snappy.getNativeLibraryVersion().isEmpty()) {
        throw new IllegalStateException("a native library is not there");
      }
    }
  }

  private static void limit(String bytes) throws IOException, InterruptedException {
    String pid = Long.toString(ProcessHandle.current().pid());
    Process set =
        new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes + ":unlimited")
            .inheritIO()
            .start();
    if (set.waitFor() != 0) {
      throw new IllegalStateException("the limit cannot be set");
    }
  }
}
