package se.helhetssyn.pipelines.removal;

import io.delta.kernel.Table;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import se.helhetssyn.pipelines.removal.StoredTables.Stored;
import se.helhetssyn.pipelines.spark.Location;
import se.helhetssyn.pipelines.trusted.TrustedFiles;

/**
 * Deletes what only versions of a table that nobody needs stand on. Delta Lake's own vacuum goes by
 * age, passes over hidden files and leaves the log; here everything goes that no wanted version
 * names, and there is one writer of a store at a time.
 */
final class OldVersions {
  private static final Pattern OF_VERSION = Pattern.compile("\\.?(\\d{20})\\..*");

  private final TrustedFiles versions;
  private final Engine engine = DefaultEngine.create(new Configuration());

  OldVersions(TrustedFiles versions) {
    this.versions = versions;
  }

  /**
   * Leaves the files of some versions of a table, and a log that begins with the first of them.
   *
   * @param wanted at least one version
   */
  void leave(Stored table, Collection<Long> wanted) {
    Set<Path> kept = new HashSet<>();
    for (long version : wanted) {
      versions.in(table.folder(), version).forEach(file -> kept.add(real(file)));
    }
    files(table.folder()).stream()
        .filter(file -> !file.startsWith(table.log()))
        .filter(file -> !kept.contains(real(checked(file))))
        .forEach(OldVersions::delete);
    cut(table, Collections.min(wanted));
  }

  /** Nothing of the log names what was before a version. */
  private void cut(Stored table, long first) {
    List<Path> before = files(table.log()).stream().filter(file -> version(file) < first).toList();
    if (before.isEmpty()) {
      return;
    }
    try {
      Table.forPath(engine, Location.of(table.folder())).checkpoint(engine, first);
    } catch (CheckpointAlreadyExistsException good) {
      // the log can be cut off here already
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    before.forEach(OldVersions::delete);
  }

  /** The file that a checksum beside it is about, or the file itself. */
  private static Path checked(Path file) {
    String name = file.getFileName().toString();
    Path about =
        name.startsWith(".") && name.endsWith(".crc")
            ? file.resolveSibling(name.substring(1, name.length() - ".crc".length()))
            : file;
    return Files.exists(about) ? about : file;
  }

  private static long version(Path logged) {
    Matcher name = OF_VERSION.matcher(logged.getFileName().toString());
    return name.matches() ? Long.parseLong(name.group(1)) : Long.MAX_VALUE;
  }

  private static List<Path> files(Path folder) {
    return StoredTables.files(folder, file -> true);
  }

  /** What a file is in the end; an exception if a file that is wanted is not there. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
