package se.helhetssyn.ui.delivery;

import static se.helhetssyn.ui.wording.Wording.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import se.helhetssyn.ui.state.Installation;
import se.helhetssyn.ui.state.PrivateFolder;
import se.helhetssyn.ui.wording.SwedishNumbers;

/**
 * Where the files of deliveries by hand wait for their run: a folder for each, which only the owner
 * of the process may look into and which goes when the delivery is done, refused or given up.
 */
@Component
final class Staging {
  private static final long KILO = 1_024;
  private static final String PART = ".part";

  private final Path root;
  private final UploadLimits limits;

  Staging(Installation installation, UploadLimits limits) {
    this.root = installation.state().resolve("deliveries");
    this.limits = limits;
  }

  UploadLimits limits() {
    return limits;
  }

  /**
   * A file that has been received.
   *
   * @param name what it is called
   * @param bytes its size
   */
  record Received(FileName name, long bytes) {}

  /** The folder of a delivery's files. */
  Path files(String delivery) {
    return root.resolve(delivery).resolve("files");
  }

  Path report(String delivery) {
    return root.resolve(delivery).resolve("report.json");
  }

  Path output(String delivery) {
    return root.resolve(delivery).resolve("output.log");
  }

  /**
   * Receives a file, or every file of an archive. Nothing is left of one that is refused.
   *
   * @throws UploadRefused if it cannot be taken
   */
  List<Received> receive(String delivery, String sent, InputStream content) {
    FileName name = FileName.of(sent);
    PrivateFolder.make(root);
    PrivateFolder.make(root.resolve(delivery));
    Path folder = PrivateFolder.make(files(delivery));
    try {
      return name.isArchive() ? unpack(folder, name, content) : List.of(put(folder, name, content));
    } catch (IOException e) {
      boolean full = folder.toFile().getUsableSpace() < DataSize.ofMegabytes(1).toBytes();
      throw new UploadRefused(text(full ? "upload.full" : "upload.broken", name.shown()));
    }
  }

  private List<Received> unpack(Path folder, FileName name, InputStream content)
      throws IOException {
    Path archive = folder.resolveSibling(name.kept() + PART);
    List<Received> out = new ArrayList<>();
    try {
      copy(content, archive, name, room(folder));
      Archive.unpack(
          archive, name.shown(), limits, (each, bytes) -> out.add(put(folder, each, bytes)));
      if (out.isEmpty()) {
        throw new UploadRefused(text("upload.archive.empty", name.shown()));
      }
      return out;
    } catch (UploadRefused | IOException refused) {
      for (Received each : out) {
        Files.deleteIfExists(folder.resolve(each.name().kept()));
      }
      throw refused;
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  private Received put(Path folder, FileName name, InputStream content) throws IOException {
    Path file = folder.resolve(name.kept());
    if (count(folder) >= limits.files()) {
      throw new UploadRefused(text("upload.many", Integer.toString(limits.files())));
    }
    return new Received(name, copy(content, file, name, room(folder)));
  }

  /** Writes a new file; one that breaks off or finds no room leaves nothing. */
  private long copy(InputStream content, Path file, FileName name, long room) throws IOException {
    long most = Math.min(room, limits.file().toBytes());
    boolean whole = false;
    try (OutputStream to = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      long bytes = transfer(content, to, most);
      if (bytes > most) {
        throw new UploadRefused(
            most == room
                ? text("upload.total", size(limits.total()))
                : text("upload.size", name.shown(), size(limits.file())));
      }
      whole = true;
      return bytes;
    } catch (FileAlreadyExistsException twice) {
      whole = true; // the other one's
      throw new UploadRefused(text("upload.twice", name.shown()));
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static long transfer(InputStream content, OutputStream to, long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    int read;
    while (bytes <= most && (read = content.read(buffer)) >= 0) {
      to.write(buffer, 0, read);
      bytes += read;
    }
    return bytes;
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private long room(Path folder) throws IOException {
    long used = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        used += Files.size(file);
      }
    }
    return Math.max(0, limits.total().toBytes() - used);
  }

  static String size(DataSize size) {
    return size(size.toBytes());
  }

  /** For people: bytes, kB or MB, each 1,024 of the one before. */
  static String size(long bytes) {
    if (bytes < KILO) {
      return text("size.bytes", SwedishNumbers.whole(bytes));
    }
    if (bytes < KILO * KILO) {
      return text("size.kilobytes", SwedishNumbers.whole(bytes / KILO));
    }
    int decimals = bytes % (KILO * KILO) == 0 ? 0 : 1;
    return text("size.megabytes", SwedishNumbers.decimal(bytes / (double) (KILO * KILO), decimals));
  }

  /** Removes all that a delivery has left. */
  void remove(String delivery) {
    PrivateFolder.remove(root.resolve(delivery));
  }

  /** Names of deliveries that have left something. */
  List<String> left() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders.map(folder -> String.valueOf(folder.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
