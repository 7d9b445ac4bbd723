package se.helhetssyn.datasets.pseudonymise;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells in which character set a file is written: UTF-16 by its mark or its zero bytes, else UTF-8
 * if all of it is, else Windows-1252. Each of them gives back the same bytes when what was read is
 * written again, or is refused.
 */
final class Encodings {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final int BEGINNING = 1_024;

  private Encodings() {}

  /** The character set of a whole file; {@link Stopped} if it is no text. */
  static Charset of(Path file) throws IOException {
    for (Charset charset : candidates(start(file))) {
      if (isText(file, charset)) {
        return charset;
      }
    }
    throw Stopped.badInput("den är inte skriven som text i UTF-8, UTF-16 eller Windows-1252");
  }

  /** Opens a file; bytes that are none of the character set's are an error, never replaced. */
  static Reader reader(Path file, Charset charset) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), charset.newDecoder()));
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(BEGINNING);
    }
  }

  private static List<Charset> candidates(byte[] start) {
    String hex = HexFormat.of().formatHex(start);
    if (hex.startsWith("fffe") || isEveryOtherZero(start, 1)) {
      return List.of(UTF_16LE);
    }
    return hex.startsWith("feff") || isEveryOtherZero(start, 0)
        ? List.of(UTF_16BE)
        : List.of(UTF_8, WINDOWS_1252);
  }

  /** Whether most bytes at every other place are zero, as in UTF-16 of letters that we use. */
  private static boolean isEveryOtherZero(byte[] start, int first) {
    int zeros = 0;
    for (int i = first; i < start.length; i += 2) {
      zeros += start[i] == 0 ? 1 : 0;
    }
    return start.length > 1 && 4 * zeros > start.length;
  }

  private static boolean isText(Path file, Charset charset) throws IOException {
    char[] buffer = new char[1 << 13];
    try (Reader in = reader(file, charset)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (new String(buffer, 0, read).indexOf(0) >= 0) {
          return false;
        }
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
