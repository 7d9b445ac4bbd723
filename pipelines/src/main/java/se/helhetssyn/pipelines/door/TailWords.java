package se.helhetssyn.pipelines.door;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells records at the end of a file that are no rows: totals, and records without any value. */
final class TailWords {
  private static final List<String> BEGINNINGS =
      List.of("summa", "total", "slutsumma", "delsumma", "antal");
  private static final String WORD =
      "(?:summa|totalt?|totalsumma|slutsumma|delsumma|antal(?: rader| poster)?)";
  private static final Pattern ALONE = Pattern.compile(WORD + "\\s*:?[\\s\\d.,]*");
  private static final Pattern FIRST = Pattern.compile(WORD + "\\b.*", Pattern.DOTALL);

  private TailWords() {}

  /** Whether a first value is worth to be read as text for {@link #isTotal}. */
  static boolean mayBegin(byte[] text, int from, int to) {
    int start = from;
    while (start < to && (text[start] == '"' || text[start] == ' ')) {
      start++;
    }
    for (String word : BEGINNINGS) {
      if (begins(text, start, to, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(byte[] text, int from, int to, String word) {
    if (to - from < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((text[from + i] | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a last record is one of totals.
   *
   * @param first its first value
   * @param shorter whether it has fewer values than the header, so that it can be no row anyway
   */
  static boolean isTotal(String first, boolean shorter) {
    String word = first.strip().toLowerCase(Locale.ROOT);
    return (shorter ? FIRST : ALONE).matcher(word).matches();
  }
}
