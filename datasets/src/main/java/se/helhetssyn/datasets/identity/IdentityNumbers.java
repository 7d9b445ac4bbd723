package se.helhetssyn.datasets.identity;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds Swedish identity numbers, coordination numbers (day + 60) among them: a day that exists, a
 * serial and a check digit that is right (modulus 10, Luhn 1960), bounded by characters that are no
 * letters or digits. Twelve digits begin with 18, 19 or 20.
 *
 * <p>Between day and serial there may be a hyphen, a plus sign, anything that looks like one, or
 * one blank; digits may be of any script. A number within a UUID is none, nor are the ten decimals
 * of a figure with a point.
 */
public final class IdentityNumbers {
  /** Fewest digits that a text with an identity number holds. */
  public static final int FEWEST_DIGITS = 10;

  private static final int SERIAL = 4;
  private static final int LONG_DAY = 8;
  private static final int SHORT_DAY = 6;
  private static final int COORDINATION = 60;
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2099;
  private static final int LEAP_YEAR = 2000;
  private static final int UUID_LENGTH = 36;

  private IdentityNumbers() {}

  /** All numbers in a text, in order; empty for most texts. */
  public static List<IdentityNumber> in(String text) {
    List<IdentityNumber> all = new ArrayList<>();
    byte[] folded = Folding.of(text);
    Optional<IdentityNumber> next = find(folded, 0, folded.length);
    int points = 0;
    int at = 0;
    while (next.isPresent()) {
      IdentityNumber one = next.get();
      int start = text.offsetByCodePoints(at, one.start() - points);
      at = text.offsetByCodePoints(start, one.end() - one.start());
      points = one.end();
      all.add(one.at(start, at));
      next = find(folded, one.end(), folded.length);
    }
    return all;
  }

  /**
   * The twelve digits of a text that is an identity number in any form, blanks around it aside;
   * empty for a text that is none or holds more than one.
   *
   * @param yearOfReference year in which it was written, which tells the century of ten digits
   */
  public static Optional<String> normalised(String text, int yearOfReference) {
    String bare = text.strip();
    return in(bare).stream()
        .filter(number -> number.start() == 0 && number.end() == bare.length())
        .findFirst()
        .flatMap(number -> number.twelveDigits(yearOfReference));
  }

  /** A text as the ASCII that it looks like, one byte for each code point, to be searched. */
  public static byte[] folded(String text) {
    return Folding.of(text);
  }

  /**
   * The first number in a part of a text. Nothing is allocated where there is none.
   *
   * @param text ASCII; any other byte is taken for a letter
   * @param from where to begin; the byte before it, if any, is a bound too
   * @param to where the text ends
   */
  public static Optional<IdentityNumber> find(byte[] text, int from, int to) {
    int at = from;
    while (to - at >= FEWEST_DIGITS) {
      if (!isDigit(text[at])) {
        at++;
        continue;
      }
      int end = afterDigits(text, at, to);
      if (at == from || !isLetter(text[at - 1])) {
        Optional<IdentityNumber> number = at(text, at, end, to);
        if (number.isPresent()
            && !isInUuid(text, at, from, to)
            && !(end - at == FEWEST_DIGITS && isAfterPoint(text, at, from))) {
          return number;
        }
      }
      at = end;
    }
    return Optional.empty();
  }

  /** The number that begins with a run of digits. */
  private static Optional<IdentityNumber> at(byte[] text, int start, int end, int to) {
    return switch (end - start) {
      case LONG_DAY + SERIAL -> number(text, start, LONG_DAY, end - SERIAL, to, WrittenForm.TWELVE);
      case SHORT_DAY + SERIAL -> number(text, start, SHORT_DAY, end - SERIAL, to, WrittenForm.TEN);
      case LONG_DAY ->
          afterSign(
              text, start, end, to, WrittenForm.EIGHT_SIGN_FOUR, WrittenForm.EIGHT_BLANK_FOUR);
      case SHORT_DAY ->
          afterSign(text, start, end, to, WrittenForm.SIX_SIGN_FOUR, WrittenForm.SIX_BLANK_FOUR);
      default -> Optional.empty();
    };
  }

  private static Optional<IdentityNumber> afterSign(
      byte[] text, int start, int end, int to, WrittenForm signed, WrittenForm blank) {
    if (end == to || afterDigits(text, end + 1, to) - end - 1 != SERIAL) {
      return Optional.empty();
    }
    return switch (text[end]) {
      case '-', '+' -> number(text, start, end - start, end + 1, to, signed);
      case ' ' -> number(text, start, end - start, end + 1, to, blank);
      default -> Optional.empty();
    };
  }

  private static Optional<IdentityNumber> number(
      byte[] text, int start, int dayDigits, int serial, int to, WrittenForm form) {
    int end = serial + SERIAL;
    boolean bounded = end == to || !isLetter(text[end]);
    if (!bounded || !isDay(text, start, dayDigits) || !isChecked(text, start + dayDigits, serial)) {
      return Optional.empty();
    }
    String digits = ascii(text, start, dayDigits) + ascii(text, serial, SERIAL);
    boolean plus = text[serial - 1] == '+';
    boolean timeLike = isTime(text, serial) && dayDigits == LONG_DAY && text[start] == '2';
    return Optional.of(new IdentityNumber(start, end, form, timeLike, digits, plus));
  }

  private static boolean isDay(byte[] text, int start, int dayDigits) {
    if (dayDigits == SHORT_DAY) {
      int year = pair(text, start);
      return isDay(LEAP_YEAR + year, pair(text, start + 2), pair(text, start + 4));
    }
    int year = pair(text, start) * 100 + pair(text, start + 2);
    return year >= FIRST_YEAR
        && year <= LAST_YEAR
        && isDay(year, pair(text, start + 4), pair(text, start + 6));
  }

  static boolean isDay(int year, String twelve) {
    byte[] digits = twelve.getBytes(StandardCharsets.US_ASCII);
    return isDay(year, pair(digits, 4), pair(digits, 6));
  }

  private static boolean isDay(int year, int month, int raisedDay) {
    int day = raisedDay > COORDINATION ? raisedDay - COORDINATION : raisedDay;
    return month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  private static boolean isTime(byte[] text, int serial) {
    return pair(text, serial) < 24 && pair(text, serial + 2) < 60;
  }

  /** Whether the six digits before an index and the four of the serial end in the check digit. */
  private static boolean isChecked(byte[] text, int dayEnd, int serial) {
    int sum = 0;
    for (int i = 0; i < FEWEST_DIGITS; i++) {
      int digit = text[i < SHORT_DAY ? dayEnd - SHORT_DAY + i : serial + i - SHORT_DAY] - '0';
      int product = digit * (2 - i % 2);
      sum += product > 9 ? product - 9 : product;
    }
    return sum % 10 == 0;
  }

  /** Whether a place lies in a token of the form 8-4-4-4-12 hexadecimal digits. */
  private static boolean isInUuid(byte[] text, int at, int from, int to) {
    Token token = token(text, at, from, to);
    if (token.length() != UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen != (text[token.start() + i] == '-')) {
        return false;
      }
    }
    return true;
  }

  /** A run of hexadecimal digits and hyphens. */
  record Token(int start, int length) {}

  /**
   * The token about a place. Of one that is longer than a UUID no more is seen than shows that it
   * is none, so that a long text of numbers costs no more than its length.
   */
  static Token token(byte[] text, int at, int from, int to) {
    int start = at;
    while (start > from && at - start <= UUID_LENGTH && isOfUuid(text[start - 1])) {
      start--;
    }
    int end = at;
    while (end < to && end - start <= UUID_LENGTH && isOfUuid(text[end])) {
      end++;
    }
    return new Token(start, end - start);
  }

  private static boolean isAfterPoint(byte[] text, int at, int from) {
    return at - from >= 2 && text[at - 1] == '.' && isDigit(text[at - 2]);
  }

  private static boolean isOfUuid(byte b) {
    return b == '-' || isDigit(b) || ((b | 0x20) >= 'a' && (b | 0x20) <= 'f');
  }

  private static int afterDigits(byte[] text, int from, int to) {
    int at = from;
    while (at < to && isDigit(text[at])) {
      at++;
    }
    return at;
  }

  private static int pair(byte[] text, int at) {
    return (text[at] - '0') * 10 + text[at + 1] - '0';
  }

  private static String ascii(byte[] text, int from, int length) {
    return new String(text, from, length, StandardCharsets.US_ASCII);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isLetter(byte b) {
    return b < 0 || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z');
  }
}
