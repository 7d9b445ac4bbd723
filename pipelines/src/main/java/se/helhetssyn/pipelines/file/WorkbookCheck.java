package se.helhetssyn.pipelines.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks a workbook once without keeping anything, as what it says of its own size cannot be
 * believed. Besides the limits it refuses cells far outside of a sheet, for which the library would
 * make room.
 */
final class WorkbookCheck {
  private static final String CELL = " r=\"";
  private static final String MATRIX = " t=\"array\"";
  private static final int LETTERS = 3;

  private final WorkbookLimits limits;
  private final byte[] buffer = new byte[1 << 16];
  private long unpacked;
  private int matrices;

  private WorkbookCheck(WorkbookLimits limits) {
    this.limits = limits;
  }

  /** Throws {@link FileTooLargeException}, or another exception if it is no sound zip file. */
  static void check(Path file, WorkbookLimits limits) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > limits.entries()) {
        throw new FileTooLargeException("entries");
      }
      WorkbookCheck check = new WorkbookCheck(limits);
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        try (InputStream part = zip.getInputStream(entry)) {
          check.part(entry, part);
        }
      }
    }
  }

  private void part(ZipEntry entry, InputStream part) throws IOException {
    boolean texts = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
    long packed = Math.max(1, entry.getCompressedSize());
    long size = 0;
    Search cell = new Search(CELL);
    Search matrix = new Search(MATRIX);
    int letters = -1;
    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
      size += read;
      unpacked += read;
      require(unpacked <= limits.bytes(), "bytes");
      require(size <= WorkbookLimits.SMALL || size / packed <= limits.ratio(), "ratio");
      require(!texts || size <= limits.sharedText(), "shared text");
      for (int i = 0; i < read; i++) {
        byte b = buffer[i];
        boolean letter = b != '"' && (b < '0' || b > '9');
        letters = letters >= 0 && letter ? letters + 1 : -1;
        require(letters <= LETTERS, "columns");
        if (cell.found(b)) {
          letters = 0;
        }
        matrices += matrix.found(b) ? 1 : 0;
      }
      require(matrices <= limits.matrices(), "matrix formulas");
    }
  }

  private static void require(boolean holds, String limit) throws FileTooLargeException {
    if (!holds) {
      throw new FileTooLargeException(limit);
    }
  }

  /** Looks for a text whose first character occurs in it only once, byte by byte. */
  private static final class Search {
    private final String text;
    private int matched;

    Search(String text) {
      this.text = text;
    }

    boolean found(byte b) {
      if (b != text.charAt(matched)) {
        matched = 0;
      }
      if (b == text.charAt(matched)) {
        matched++;
      }
      boolean found = matched == text.length();
      matched = found ? 0 : matched;
      return found;
    }
  }
}
