package se.helhetssyn.pipelines.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks for identity numbers in everything that a workbook holds: other sheets, notes, properties.
 * The workbook's size has been checked before.
 */
final class WorkbookParts {
  private static final int BLOCK = 1 << 16;

  private WorkbookParts() {}

  static void see(Path file, IdentityWatch watch) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : List.copyOf(zip.stream().toList())) {
        try (InputStream part = zip.getInputStream(entry)) {
          see(part, watch);
        }
      }
    }
  }

  /** Looks at a part in blocks that end before a tag, so that no number is cut in two. */
  private static void see(InputStream part, IdentityWatch watch) throws IOException {
    byte[] block = new byte[2 * BLOCK];
    int kept = 0;
    int read = part.readNBytes(block, 0, BLOCK);
    while (read > 0) {
      int length = kept + read;
      int end = read < BLOCK ? length : lastTag(block, length);
      watch.beside(new String(block, 0, end, UTF_8));
      kept = Math.min(length - end, BLOCK);
      System.arraycopy(block, length - kept, block, 0, kept);
      read = part.readNBytes(block, kept, BLOCK);
    }
  }

  /** Where the last tag begins; the end of the block if there is none. */
  private static int lastTag(byte[] block, int length) {
    for (int i = length - 1; i > 0; i--) {
      if (block[i] == '<') {
        return i;
      }
    }
    return length;
  }
}
