package se.helhetssyn.pipelines.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Undoes that UTF-8 was taken for Windows-1252 and encoded as UTF-8 once more. */
public final class DoubleEncoding {
  private static final int FIRST = 0x80;
  private static final int LAST = 0x9F;

  /** The characters that Windows-1252 has where Latin 1 has control characters. */
  private static final Map<Character, Byte> OWN = own();

  private DoubleEncoding() {}

  private static Map<Character, Byte> own() {
    Map<Character, Byte> own = new HashMap<>();
    for (int code = FIRST; code <= LAST; code++) {
      byte[] bytes = {(byte) code};
      own.put(new String(bytes, Charset.forName("windows-1252")).charAt(0), bytes[0]);
      own.put((char) code, bytes[0]);
    }
    own.remove('\uFFFD');
    return own;
  }

  /**
   * The text as it was before the second encoding; the same text if it cannot have been encoded
   * twice.
   */
  public static String undone(String text) {
    byte[] bytes = new byte[text.length()];
    boolean plain = true;
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      Byte own = c < FIRST || (c > LAST && c <= 0xFF) ? Byte.valueOf((byte) c) : OWN.get(c);
      if (own == null) {
        return text;
      }
      bytes[i] = own;
      plain &= c < FIRST;
    }
    return plain ? text : decoded(bytes, text);
  }

  private static String decoded(byte[] bytes, String otherwise) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return otherwise;
    }
  }
}
