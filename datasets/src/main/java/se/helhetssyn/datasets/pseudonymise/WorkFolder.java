package se.helhetssyn.datasets.pseudonymise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of its own inside the one asked for, where files lie until all of them are whole. Closed
 * before they were handed over, also by a signal, it leaves nothing behind.
 */
final class WorkFolder implements AutoCloseable {
  private final Path out;
  private final boolean made;
  private final Path folder;
  private final Thread whenKilled = new Thread(this::remove);
  private boolean handedOver;

  private WorkFolder(Path out, boolean made, Path folder) {
    this.out = out;
    this.made = made;
    this.folder = folder;
  }

  /** Makes one; {@link Stopped} if a file of the same name as one of {@code files} is there. */
  static WorkFolder in(Path out, List<Path> files) throws IOException {
    for (Path file : files) {
      if (Files.exists(out.resolve(file.getFileName()))) {
        throw Stopped.badInput(
            "%s finns redan i %s: ange en tom mapp efter --out."
                .formatted(file.getFileName(), out));
      }
    }
    boolean made = !Files.exists(out);
    Files.createDirectories(out);
    var work = new WorkFolder(out, made, Files.createTempDirectory(out, ".pseudonymise-"));
    Runtime.getRuntime().addShutdownHook(work.whenKilled);
    return work;
  }

  /** Where a file lies until it is handed over. */
  Path resolve(Path file) {
    return folder.resolve(file.getFileName());
  }

  /** Moves all files out, or none. */
  void handOver() throws IOException {
    List<Path> moved = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Path target = out.resolve(file.getFileName());
        Files.move(file, target);
        moved.add(target);
      }
      handedOver = true;
    } finally {
      if (!handedOver) {
        for (Path file : moved) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(whenKilled);
    remove();
  }

  private void remove() {
    try (Stream<Path> within = Files.walk(folder)) {
      for (Path path : within.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
      if (made && !handedOver) {
        Files.deleteIfExists(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
