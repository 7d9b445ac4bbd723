package se.helhetssyn.pipelines.door;

import java.util.Optional;
import se.helhetssyn.datasets.identity.WrittenForm;

/** Tells whole values that have the form of an identity number but are often something else. */
final class LookAlike {
  private static final int TEN = 10;
  private static final int SIX_BLANK_FOUR = 11;
  private static final int TWELVE = 12;
  private static final int EIGHT_BLANK_FOUR = 13;
  private static final int SERIAL = 4;

  private LookAlike() {}

  /**
   * The form of a value of ASCII, blanks around it aside: ten digits, six or eight with a blank and
   * four, or twelve that read as a day from 2000 on and a time of day.
   */
  static Optional<WrittenForm> of(byte[] text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text[start])) {
      start++;
    }
    while (end > start && isBlank(text[end - 1])) {
      end--;
    }
    return switch (end - start) {
      case TEN -> when(isDigits(text, start, end), WrittenForm.TEN);
      case TWELVE -> when(isDigits(text, start, end) && isMoment(text, start), WrittenForm.TWELVE);
      case SIX_BLANK_FOUR -> when(isParted(text, start, end), WrittenForm.SIX_BLANK_FOUR);
      case EIGHT_BLANK_FOUR -> when(isParted(text, start, end), WrittenForm.EIGHT_BLANK_FOUR);
      default -> Optional.empty();
    };
  }

  private static Optional<WrittenForm> when(boolean holds, WrittenForm form) {
    return holds ? Optional.of(form) : Optional.empty();
  }

  private static boolean isParted(byte[] text, int start, int end) {
    int serial = end - SERIAL;
    return isBlank(text[serial - 1])
        && isDigits(text, start, serial - 1)
        && isDigits(text, serial, end);
  }

  /** Whether twelve digits are {@code 20yyMMddHHmm}; days that do not exist are not told apart. */
  private static boolean isMoment(byte[] text, int start) {
    return pair(text, start) == 20
        && pair(text, start + 4) <= 12
        && pair(text, start + 6) <= 31
        && pair(text, start + 8) < 24
        && pair(text, start + 10) < 60;
  }

  private static int pair(byte[] text, int at) {
    return (text[at] - '0') * 10 + text[at + 1] - '0';
  }

  private static boolean isDigits(byte[] text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
