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

  /** More bytes than an identity number has in any script. */
  private static final int OVERLAP = 64;

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

  /**
   * Looks at a part in blocks that end before a tag, so that no number is cut in two; in a long
   * text without tags a block begins with the end of the one before, and a number may be seen
   * twice.
   */
  private static void see(InputStream part, IdentityWatch watch) throws IOException {
    byte[] block = new byte[2 * BLOCK];
    int kept = 0;
    int read;
    do {
      read = part.readNBytes(block, kept, BLOCK);
      int length = kept + read;
      int tag = read < BLOCK ? -1 : lastTag(block, length);
      watch.beside(new String(block, 0, tag < 0 ? length : tag, UTF_8));
      kept = tag < 0 ? Math.min(OVERLAP, length) : length - tag;
      System.arraycopy(block, length - kept, block, 0, kept);
    } while (read == BLOCK);
  }

  /** Where the last tag begins, no more than a block from the end; -1 if there is none. */
  private static int lastTag(byte[] block, int length) {
    for (int i = length - 1; i > length - BLOCK; i--) {
      if (block[i] == '<') {
        return i;
      }
    }
    return -1;
  }
}
