package se.helhetssyn.ui.delivery;

import static se.helhetssyn.ui.wording.Wording.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * A file that is being received, or every file of an archive, beside the delivery's own files until
 * all of it has come. What has not been moved in when it is closed goes, and its room with it.
 */
final class Incoming implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
  private static final long FULL = DataSize.ofMegabytes(1).toBytes();

  private final Path folder;
  private final Tray tray;
  private final UploadLimits limits;
  private final List<Part> parts = new ArrayList<>();

  Incoming(Path folder, Tray tray, UploadLimits limits) {
    this.folder = folder;
    this.tray = tray;
    this.limits = limits;
  }

  private record Part(FileName name, Path file, long bytes) {}

  /**
   * Receives it.
   *
   * @throws UploadRefused if it cannot be taken
   */
  void receive(FileName name, InputStream content) {
    if (name.isArchive()) {
      unpack(name, content);
    } else {
      put(name, content);
    }
  }

  private void unpack(FileName name, InputStream content) {
    Part archive = copy(name, content);
    try {
      Archive.unpack(archive.file(), name.shown(), limits, this::put);
    } catch (IOException unreadable) {
      throw refusal(name, unreadable);
    } finally {
      discard(archive);
    }
    if (parts.isEmpty()) {
      throw new UploadRefused(text("upload.archive.empty", name.shown()));
    }
  }

  private void put(FileName name, InputStream content) {
    tray.takePlace();
    try {
      parts.add(copy(name, content));
    } catch (UploadRefused refused) {
      tray.leavePlace();
      throw refused;
    }
  }

  /** Writes a new file; one that breaks off or finds no room leaves nothing. */
  private Part copy(FileName name, InputStream content) {
    Path file = folder.resolve(UUID.randomUUID() + ".part");
    long bytes = 0;
    boolean whole = false;
    try (OutputStream to = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[1 << 16];
      int read;
      while ((read = content.read(buffer)) >= 0) {
        if (bytes + read > limits.file().toBytes()) {
          throw new UploadRefused(text("upload.size", name.shown(), Staging.size(limits.file())));
        }
        tray.take(read);
        bytes += read;
        to.write(buffer, 0, read);
      }
      whole = true;
    } catch (IOException broken) {
      whole = false; // also when its last bytes could not be written
      throw refusal(name, broken);
    } finally {
      if (!whole) {
        discard(new Part(name, file, bytes));
      }
    }
    return new Part(name, file, bytes);
  }

  /** Asked before anything is removed, while a full disk is still full. */
  private UploadRefused refusal(FileName name, IOException broken) {
    LOG.warn("A file could not be received: {}", broken.getClass().getSimpleName());
    boolean full = folder.toFile().getUsableSpace() < FULL;
    return new UploadRefused(text(full ? "upload.full" : "upload.broken", name.shown()));
  }

  /**
   * Moves all of it in among a delivery's files, or nothing; only one may do so at a time.
   *
   * @throws UploadRefused if a file of the same name is there already
   */
  List<Staging.Received> moveTo(Path files) {
    for (Part part : parts) {
      boolean twice = parts.stream().filter(other -> other.name().equals(part.name())).count() > 1;
      if (twice || Files.exists(files.resolve(part.name().kept()))) {
        throw new UploadRefused(text("upload.twice", part.name().shown()));
      }
    }
    List<Staging.Received> moved = new ArrayList<>();
    while (!parts.isEmpty()) {
      Part part = parts.getFirst();
      try {
        Path kept = files.resolve(part.name().kept());
        Files.move(part.file(), kept, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException broken) {
        throw refusal(part.name(), broken);
      }
      parts.removeFirst();
      moved.add(new Staging.Received(part.name(), part.bytes()));
    }
    return moved;
  }

  @Override
  public void close() {
    parts.forEach(this::discard);
    parts.forEach(part -> tray.leavePlace());
    parts.clear();
  }

  private void discard(Part part) {
    tray.leave(part.bytes());
    try {
      Files.deleteIfExists(part.file());
    } catch (IOException stays) {
      LOG.warn("A part of a file could not be removed.", stays);
    }
  }
}
