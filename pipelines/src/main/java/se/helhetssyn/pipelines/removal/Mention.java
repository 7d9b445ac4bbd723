package se.helhetssyn.pipelines.removal;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a key is recognised in what is not known to be one. A long key is one wherever it stands; a
 * short one, such as a serial number, only with no letter, figure or line beside it. Letters may be
 * small or capital.
 *
 * @param key the key
 */
record Mention(String key) {
  private static final int LONG = 12;

  boolean isLong() {
    return key.length() >= LONG;
  }

  private String form() {
    String quoted = Pattern.quote(key);
    return isLong() ? quoted : "(?<![0-9A-Za-z_-])" + quoted + "(?![0-9A-Za-z_-])";
  }

  Pattern pattern() {
    return Pattern.compile(form(), Pattern.CASE_INSENSITIVE);
  }

  /** Condition in DuckDB: a text holds it. */
  String isIn(String text) {
    String small = key.toLowerCase(Locale.ROOT).replace("'", "''");
    return isLong()
        ? "contains(lower(%s), '%s')".formatted(text, small)
        : "regexp_matches(lower(%s), '(^|[^0-9a-z_-])%s([^0-9a-z_-]|$)')"
            .formatted(text, Pattern.quote(small));
  }
}
