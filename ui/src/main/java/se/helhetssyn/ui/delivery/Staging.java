package se.helhetssyn.ui.delivery;

import static se.helhetssyn.ui.wording.Wording.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
  private static final long KILO = 1_024;

  private final Path root;
  private final UploadLimits limits;
  private final Map<String, Tray> trays = new ConcurrentHashMap<>();

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
   * Receives a file, or every file of an archive, beside the delivery's own files. Nothing is left
   * of one that is refused.
   *
   * @throws UploadRefused if it cannot be taken
   */
  Incoming receive(String delivery, String sent, InputStream content) {
    FileName name = FileName.of(sent);
    Incoming incoming = new Incoming(incoming(delivery, name), tray(delivery), limits);
    boolean whole = false;
    try {
      incoming.receive(name, content);
      whole = true;
      return incoming;
    } finally {
      if (!whole) {
        incoming.close();
      }
    }
  }

  private Path incoming(String delivery, FileName name) {
    try {
      PrivateFolder.make(root);
      PrivateFolder.make(root.resolve(delivery));
      PrivateFolder.make(files(delivery));
      return PrivateFolder.make(root.resolve(delivery).resolve("incoming"));
    } catch (UncheckedIOException readOnly) {
      LOG.error("The folder of a delivery could not be made.", readOnly);
      throw new UploadRefused(text("upload.no-folder", name.shown()));
    }
  }

  private Tray tray(String delivery) {
    return trays.computeIfAbsent(delivery, id -> new Tray(limits));
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
    trays.remove(delivery);
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
