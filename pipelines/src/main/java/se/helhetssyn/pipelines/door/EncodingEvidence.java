package se.helhetssyn.pipelines.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.Optional;
import se.helhetssyn.pipelines.file.DoubleEncoding;

/**
 * Tells a file's character set from its values that are not ASCII alone. The order of questions:
 *
 * <ol>
 *   <li>A value with the sign that stands for a lost letter: nothing can bring it back.
 *   <li>All values are UTF-8: so is the file. Text in another character set is hardly ever well
 *       formed as UTF-8 by chance (Unicode Standard, table 3-7).
 *   <li>Else what was announced, if it was something else than UTF-8; else Windows-1252, if all
 *       bytes are defined there and at most a tenth are letters that Swedish text does not use:
 *       files of old DOS and Macintosh programs have their å, ä and ö there.
 *   <li>Values in which UTF-8 was taken for Windows-1252 and encoded once more are to be undone. So
 *       are, in a file that is read as Windows-1252, the values that were UTF-8 all the same; if
 *       one of them has a byte that is undefined there, the file cannot be read as one.
 * </ol>
 */
final class EncodingEvidence {
  static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final char LOST = '\uFFFD';
  private static final int ODD_SHARE = 10;

  /** Signs of Windows-1252 between 80 and 9F that occur in Swedish text: €, …, quotes, dashes. */
  private static final String USUAL_SIGNS =
      "\u20AC\u2026\u2018\u2019\u201C\u201D\u2022\u2013\u2014";

  private final Optional<Charset> announced;
  private final CharsetDecoder utf8 = UTF_8.newDecoder();
  private final Charset other;
  private boolean lost;
  private boolean undefined;
  private boolean onlyUtf8;
  private boolean twice;
  private long utf8Values;
  private long otherValues;
  private long high;
  private long odd;

  /**
   * What the values told.
   *
   * @param charset what the file is read in
   * @param twice whether values are to be undone
   * @param unexpected whether it is another than what was announced
   * @param reason why it cannot be read at all
   */
  record Verdict(Charset charset, boolean twice, boolean unexpected, Optional<Reason> reason) {}

  EncodingEvidence(Optional<Charset> announced) {
    this.announced = announced;
    other = announced.filter(set -> !set.equals(UTF_8)).orElse(WINDOWS);
  }

  /** Reads a value that is not ASCII alone and remembers what it tells. */
  String read(byte[] text, int from, int to) {
    String value;
    try {
      value = utf8.decode(ByteBuffer.wrap(text, from, to - from)).toString();
      utf8Values++;
      lost |= value.indexOf(LOST) >= 0;
      onlyUtf8 |= hasUndefined(text, from, to);
    } catch (CharacterCodingException e) {
      value = new String(text, from, to - from, other);
      otherValues++;
      weigh(value);
    }
    String undone = mayBeTwice(value) ? DoubleEncoding.undone(value) : value;
    twice |= !undone.equals(value);
    return undone;
  }

  /** Whether a byte stands for nothing in Windows-1252. */
  private static boolean hasUndefined(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (text[i] & 0xFF) {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private void weigh(String value) {
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      undefined |= letter == LOST;
      high += letter >= 0x80 ? 1 : 0;
      odd += letter > 0xFF && USUAL_SIGNS.indexOf(letter) < 0 ? 1 : 0;
    }
  }

  /** Å, ä and their like begin so when they are encoded twice, and dashes and quotes. */
  private static boolean mayBeTwice(String value) {
    return value.indexOf('Ã') >= 0 || value.indexOf('Â') >= 0 || value.indexOf('â') >= 0;
  }

  Verdict verdict() {
    boolean mixed = otherValues > 0 && utf8Values > 0;
    Charset charset = otherValues > 0 ? other : utf8Values > 0 ? UTF_8 : announced.orElse(UTF_8);
    boolean another = announced.isPresent() && !announced.get().equals(charset);
    return new Verdict(charset, twice || mixed, another || twice || mixed, reason());
  }

  private Optional<Reason> reason() {
    if (lost) {
      return Optional.of(Reason.LOST_LETTERS);
    }
    boolean guessed = otherValues > 0 && other.equals(WINDOWS);
    boolean implausible = undefined || odd * ODD_SHARE > high;
    boolean parted = otherValues > 0 && onlyUtf8;
    return (guessed && implausible) || parted
        ? Optional.of(Reason.UNKNOWN_ENCODING)
        : Optional.empty();
  }
}
