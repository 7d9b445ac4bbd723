package se.helhetssyn.pipelines.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * Lets one run at a time into a store. The operating system holds the lock and drops it when the
 * process dies; the file's text is the run's id, emptied when the run ends in good order, so that
 * the next run can tell whether the one before was cut off.
 */
final class StoreLock implements AutoCloseable {
  private final FileChannel channel;
  private final @Nullable String unfinished;

  private StoreLock(FileChannel channel, @Nullable String unfinished) {
    this.channel = channel;
    this.unfinished = unfinished;
  }

  /** Takes the lock; a {@link Refusal} with {@link ExitCode#STORE_BUSY} if another run has it. */
  static StoreLock take(Path file, String run) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw Refusal.storeBusy(
            "Lagret är upptaget av en annan körning; försök igen när den är klar.");
      }
      StoreLock lock = new StoreLock(channel, read(channel));
      lock.write(run);
      return lock;
    } catch (IOException e) {
      throw Refusal.badInput(
          "Lagret %s går inte att skriva i: kontrollera sökväg, rättigheter och utrymme."
              .formatted(file.toAbsolutePath().getParent()));
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  private static @Nullable String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(128);
    channel.read(text, 0);
    String id = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    return id.matches("[A-Za-z0-9_-]+") ? id : null;
  }

  private void write(String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
  }

  /** The run that held the lock before and never ended, if any. */
  Optional<String> unfinishedRun() {
    return Optional.ofNullable(unfinished);
  }

  /** Lets go. A refused run has ended in good order too: it has left nothing half-made. */
  @Override
  public void close() {
    try {
      write("");
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
