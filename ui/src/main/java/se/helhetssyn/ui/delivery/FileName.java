package se.helhetssyn.ui.delivery;

import static se.helhetssyn.ui.wording.Wording.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a file that somebody sent: without folders, control characters and anything else that
 * means something to a file system.
 *
 * @param kept the name it is kept under
 */
record FileName(String kept) {
  private static final int LONGEST = 120;
  private static final Pattern STRANGE = Pattern.compile("[^\\p{L}\\p{N} ._()+-]");
  private static final Pattern NUMBER = Pattern.compile("(?:\\d{2})?\\d{6}[-+ ]?\\d{4}");
  private static final Set<String> DATA = Set.of("csv", "txt", "tsv", "xlsx", "parquet");
  private static final String ARCHIVE = "zip";

  /**
   * The name of a file as it was sent.
   *
   * @throws UploadRefused if nothing is left of it, or it is no file that can be received
   */
  static FileName of(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String plain = Normalizer.normalize(last, Normalizer.Form.NFC).strip();
    FileName name = new FileName(STRANGE.matcher(plain).replaceAll("_"));
    if (name.kept().isEmpty() || name.kept().startsWith(".") || name.kept().length() > LONGEST) {
      throw new UploadRefused(text("upload.name"));
    }
    if (!name.isArchive() && !DATA.contains(name.ending())) {
      throw new UploadRefused(text("upload.kind", name.shown()));
    }
    return name;
  }

  boolean isArchive() {
    return ending().equals(ARCHIVE);
  }

  /** As it may be shown and kept on record: what looks like an identity number is masked. */
  String shown() {
    return NUMBER.matcher(kept).replaceAll("…");
  }

  private String ending() {
    return kept.substring(kept.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
