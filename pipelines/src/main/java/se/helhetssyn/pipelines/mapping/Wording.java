package se.helhetssyn.pipelines.mapping;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words that people have written are the same word whatever their case and blanks. */
final class Wording {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");

  private Wording() {}

  /** The text in lower case with single blanks and none around it. */
  static String of(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
