package se.helhetssyn.pipelines.door;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text whose UTF-8 was taken for Windows-1252 and encoded once more: {@code Ã¥} for {@code å}. */
final class TwiceEncoded {
  static final Charset WINDOWS = Charset.forName("windows-1252");

  private TwiceEncoded() {}

  /** The text as it was meant; empty if it does not read as encoded twice. */
  static Optional<String> undone(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    boolean ascii = true;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int code = letter <= 0xFF ? letter : windows(letter);
      if (code < 0) {
        return Optional.empty();
      }
      ascii &= code < 0x80;
      bytes.put((byte) code);
    }
    try {
      return ascii
          ? Optional.empty()
          : Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The byte between 80 and 9F that stands for a letter; -1 for letters that have none. */
  private static int windows(char letter) {
    for (int code = 0x80; code < 0xA0; code++) {
      if (LATE.charAt(code - 0x80) == letter && letter != '\uFFFD') {
        return code;
      }
    }
    return -1;
  }

  private static final String LATE = late();

  private static String late() {
    byte[] codes = new byte[0x20];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) (0x80 + i);
    }
    return new String(codes, WINDOWS);
  }
}
