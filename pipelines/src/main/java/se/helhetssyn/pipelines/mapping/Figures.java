package se.helhetssyn.pipelines.mapping;

import java.util.regex.Pattern;

/** Numbers as Swedish programs write them. */
final class Figures {
  private static final Pattern BLANK = Pattern.compile("[ \\u00a0\\u202f]");
  private static final Pattern NUMBER =
      Pattern.compile("[-\u2212]?([0-9]{1,3}([ \\u00a0\\u202f][0-9]{3})+|[0-9]+)([,.][0-9]+)?");

  private Figures() {}

  /** The number with a decimal point and no blanks; what is no number stays as it is. */
  static String withPoint(String text, char decimal) {
    String number = text.strip();
    return NUMBER.matcher(number).matches()
        ? BLANK.matcher(number).replaceAll("").replace('\u2212', '-').replace(decimal, '.')
        : text;
  }
}
