package se.helhetssyn.datasets.identity;

/** Text as the ASCII that it looks like, one byte for each code point. */
final class Folding {
  private static final byte OTHER_LETTER = 'x';
  private static final byte OTHER = '.';

  private Folding() {}

  static byte[] of(String text) {
    byte[] folded = new byte[text.codePointCount(0, text.length())];
    int at = 0;
    for (int i = 0; i < folded.length; i++) {
      int point = text.codePointAt(at);
      folded[i] = point < 0x80 ? (byte) point : fold(point);
      at += Character.charCount(point);
    }
    return folded;
  }

  private static byte fold(int point) {
    int digit = Character.digit(point, 10);
    if (digit >= 0) {
      return (byte) ('0' + digit);
    }
    if (isBlank(point)) {
      return ' ';
    }
    if (isHyphen(point)) {
      return '-';
    }
    if (isPlus(point)) {
      return '+';
    }
    return Character.isLetterOrDigit(point) ? OTHER_LETTER : OTHER;
  }

  private static boolean isBlank(int point) {
    return Character.isSpaceChar(point);
  }

  /** Hyphens and dashes of every kind, minus signs, the soft hyphen and the hyphen bullet. */
  private static boolean isHyphen(int point) {
    return Character.getType(point) == Character.DASH_PUNCTUATION
        || switch (point) {
          case 0x00AD, 0x02D7, 0x2043, 0x2212, 0x207B, 0x208B, 0x2796 -> true;
          default -> false;
        };
  }

  private static boolean isPlus(int point) {
    return switch (point) {
      case 0x207A, 0x208A, 0x2795, 0xFB29, 0xFE62, 0xFF0B -> true;
      default -> false;
    };
  }
}
