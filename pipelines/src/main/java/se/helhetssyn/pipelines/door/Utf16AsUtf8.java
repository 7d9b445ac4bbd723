package se.helhetssyn.pipelines.door;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** UTF-16 as UTF-8, so that one scan reads every file; what is malformed becomes a lost letter. */
final class Utf16AsUtf8 extends InputStream {
  private static final int SIZE = 1 << 15;
  private static final int LEAST = 4;

  private final Reader letters;
  private final CharsetEncoder encoder =
      UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .replaceWith("\uFFFD".getBytes(UTF_8));
  private final CharBuffer read = CharBuffer.allocate(SIZE).limit(0);
  private final ByteBuffer written = ByteBuffer.allocate(SIZE * 3).limit(0);
  private boolean ended;

  Utf16AsUtf8(InputStream bytes, Charset charset) {
    letters = new InputStreamReader(bytes, charset);
  }

  /**
   * The byte order of a text, by its mark, or because nearly every second byte of its beginning is
   * zero; empty for a text in another encoding.
   */
  static Optional<Charset> detect(byte[] head) {
    if (isMarked(head)) {
      return Optional.of(head[0] == (byte) 0xFF ? UTF_16LE : UTF_16BE);
    }
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i % 2] += head[i] == 0 ? 1 : 0;
    }
    int pairs = head.length / 2;
    if (pairs < LEAST || Math.min(zeros[0], zeros[1]) > 0) {
      return Optional.empty();
    }
    if (4 * zeros[1] >= 3 * pairs) {
      return Optional.of(UTF_16LE);
    }
    return 4 * zeros[0] >= 3 * pairs ? Optional.of(UTF_16BE) : Optional.empty();
  }

  /** Whether a text begins with the mark of its byte order. */
  static boolean isMarked(byte[] head) {
    int mark = head.length < 2 ? 0 : ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!written.hasRemaining()) {
      if (ended) {
        return -1;
      }
      fill();
    }
    int taken = Math.min(length, written.remaining());
    written.get(target, offset, taken);
    return taken;
  }

  private void fill() throws IOException {
    read.compact();
    ended = letters.read(read) < 0;
    read.flip();
    written.clear();
    encoder.encode(read, written, ended);
    written.flip();
  }
}
