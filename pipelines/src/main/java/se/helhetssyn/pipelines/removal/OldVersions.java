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

  /** Leaves a table with its latest version alone; nothing of the log names what was before. */
  void leaveOnly(Stored table, long latest) {
    leave(table, List.of(latest));
    try {
      Table.forPath(engine, Location.of(table.folder())).checkpoint(engine, latest);
    } catch (CheckpointAlreadyExistsException good) {
      // the log can be cut off here already
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files(table.log()).stream().filter(file -> version(file) < latest).forEach(OldVersions::delete);
  }

  /** Leaves the files of some versions of a table. Returns how many others there were. */
  int leave(Stored table, Collection<Long> wanted) {
    Set<Path> kept = new HashSet<>();
    for (long version : wanted) {
      versions.in(table.folder(), version).forEach(file -> kept.add(real(file)));
    }
    List<Path> others =
        files(table.folder()).stream()
            .filter(file -> !file.startsWith(table.log()))
            .filter(file -> !kept.contains(real(checked(file))))
            .toList();
    others.forEach(OldVersions::delete);
    return others.size();
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
