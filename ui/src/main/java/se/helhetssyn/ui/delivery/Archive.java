package se.helhetssyn.ui.delivery;

import static se.helhetssyn.ui.wording.Wording.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks an archive within bounds. An archive must hold files alone: no folders, no archives. What
 * it says about sizes is not believed; what comes out is counted.
 */
final class Archive {
  /** An archive this small cannot do harm, whatever its ratio. */
  private static final long HARMLESS_BYTES = 10 << 20;

  private static final Charset DOS = Charset.forName("IBM850");

  private Archive() {}

  /** Receives what comes out of an archive. */
  @FunctionalInterface
  interface Receiver {
    /**
     * Receives a file.
     *
     * @throws UploadRefused if there is no room for it
     */
    void receive(FileName name, InputStream content) throws IOException;
  }

  /**
   * Hands every file of an archive on.
   *
   * @throws UploadRefused if the archive is out of bounds or cannot be read; what was handed on by
   *     then is for the receiver to remove
   */
  static void unpack(Path archive, String shown, UploadLimits limits, Receiver to)
      throws IOException {
    long most = Math.max(HARMLESS_BYTES, Files.size(archive) * limits.ratio());
    try (ZipFile zip = open(archive)) {
      if (zip.size() > limits.files()) {
        throw new UploadRefused(text("upload.archive.many", shown));
      }
      Allowance allowance = new Allowance(most, shown);
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        FileName name = name(entry, shown);
        try (InputStream content = new CountedStream(zip.getInputStream(entry), allowance)) {
          to.receive(name, content);
        }
      }
    } catch (ZipException | IllegalArgumentException unreadable) { // also names that are no text
      throw new UploadRefused(text("upload.archive.unreadable", shown));
    }
  }

  /** Names are UTF-8, or else what Windows in Sweden packs them as. */
  private static ZipFile open(Path archive) throws IOException {
    try {
      return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException namesOrWorse) {
      return new ZipFile(archive.toFile(), DOS);
    }
  }

  private static FileName name(ZipEntry entry, String shown) {
    String name = entry.getName();
    if (entry.isDirectory() || name.contains("/") || name.contains("\\")) {
      throw new UploadRefused(text("upload.archive.folders", shown));
    }
    FileName clean = FileName.of(name);
    if (clean.isArchive()) {
      throw new UploadRefused(text("upload.archive.nested", shown));
    }
    return clean;
  }

  /** What is left of what an archive may unpack to. */
  private static final class Allowance {
    private final String shown;
    private long left;

    private Allowance(long bytes, String shown) {
      this.left = bytes;
      this.shown = shown;
    }

    private void spend(int bytes) {
      left -= Math.max(0, bytes);
      if (left < 0) {
        throw new UploadRefused(text("upload.archive.ratio", shown));
      }
    }
  }

  private static final class CountedStream extends java.io.FilterInputStream {
    private final Allowance allowance;

    private CountedStream(InputStream content, Allowance allowance) {
      super(content);
      this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      allowance.spend(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      allowance.spend(read);
      return read;
    }
  }
}
