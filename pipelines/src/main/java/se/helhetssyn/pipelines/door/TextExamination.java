package se.helhetssyn.pipelines.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import se.helhetssyn.pipelines.door.ArrivedFile.TurnedAway;
import se.helhetssyn.pipelines.file.FileForm;

/** Finds out how the text of one file is read. */
final class TextExamination {
  private static final int HEAD = 1 << 14;
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String shown;
  private final Expectation expected;
  private final IdentityWatch watch;

  TextExamination(String shown, Expectation expected, IdentityWatch watch) {
    this.shown = shown;
    this.expected = expected;
    this.watch = watch;
  }

  Seen examine(InputStream bytes) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes, HEAD);
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    if (Packing.isOf(head)) {
      return refused(0, Reason.PACKED.of(shown));
    }
    Optional<Charset> utf16 = Utf16AsUtf8.detect(head);
    boolean marked = startsWith(head, UTF_8_MARK);
    int mark = marked ? UTF_8_MARK.length : utf16.isPresent() && head[0] != 0 && head[1] != 0 && (head[0] & 0xFE) == 0xFE ? 2 : 0;
    in.skipNBytes(mark);
    return null;
  }
}
