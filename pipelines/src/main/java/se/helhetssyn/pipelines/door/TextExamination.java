package se.helhetssyn.pipelines.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import se.helhetssyn.pipelines.door.ArrivedFile.TurnedAway;
import se.helhetssyn.pipelines.file.FileForm;

/** Finds out how the text of one file is read. */
final class TextExamination {
  private static final int HEAD = 1 << 14;
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int UTF_16_MARK = 2;

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
    if (OtherKind.isOf(head)) {
      return refused(0, Reason.PACKED.of(shown));
    }
    Optional<Charset> utf16 = Utf16AsUtf8.detect(head);
    int mark = Utf16AsUtf8.isMarked(head) ? UTF_16_MARK : isMarked(head) ? UTF_8_MARK.length : 0;
    in.skipNBytes(mark);
    byte[] text = Arrays.copyOfRange(head, mark, head.length);
    char delimiter =
        expected.delimiter().orElseGet(() -> DelimiterGuess.of(decoded(text, utf16), expected));
    EncodingEvidence encoding = new EncodingEvidence(expected.charset());
    HeaderSearch search = new HeaderSearch(expected);
    TextScan scan =
        new TextScan(expected, search, watch, encoding, delimiter, mark, utf16.isPresent());
    scan.run(utf16.isPresent() ? new Utf16AsUtf8(in, utf16.get()) : in);
    return seen(scan, search, encoding.verdict(), utf16, delimiter);
  }

  private Seen seen(
      TextScan scan,
      HeaderSearch search,
      EncodingEvidence.Verdict verdict,
      Optional<Charset> utf16,
      char delimiter) {
    RowCount rows = scan.rows();
    Optional<TurnedAway> fault =
        scan.fault()
            .or(verdict::reason)
            .map(reason -> reason.of(shown, search.records() + rows.rows() + rows.tail()))
            .or(() -> search.fault(shown));
    if (fault.isPresent()) {
      return refused(rows.rows(), fault.get());
    }
    FileForm form =
        new FileForm(
            FileForm.Kind.CSV,
            utf16.orElse(verdict.charset()).name(),
            verdict.twice(),
            delimiter,
            "",
            search.header(),
            rows.chunks(),
            search.records(),
            rows.rows());
    boolean unexpected = utf16.map(this::isUnexpected).orElse(verdict.unexpected());
    return new Seen(
        Optional.of(form),
        rows.rows(),
        search.titles() + rows.tail(),
        unexpected || verdict.twice(),
        watch.hits(),
        Optional.empty());
  }

  /** Whether UTF-16 was not announced, in this byte order or in that which a mark tells. */
  private boolean isUnexpected(Charset utf16) {
    return expected
        .charset()
        .filter(set -> !set.equals(utf16) && !set.name().equals("UTF-16"))
        .isPresent();
  }

  private Seen refused(long rows, TurnedAway why) {
    return new Seen(Optional.empty(), rows, 0, false, watch.hits(), Optional.of(why));
  }

  private static boolean isMarked(byte[] head) {
    return head.length >= UTF_8_MARK.length
        && Arrays.equals(Arrays.copyOf(head, UTF_8_MARK.length), UTF_8_MARK);
  }

  /** The beginning of the text, good enough to tell names of columns. */
  private String decoded(byte[] text, Optional<Charset> utf16) {
    if (utf16.isPresent()) {
      return new String(text, utf16.get());
    }
    String utf8 = new String(text, UTF_8);
    int lost = utf8.indexOf('\uFFFD');
    boolean isUtf8 = lost < 0 || lost == utf8.length() - 1;
    return isUtf8 ? utf8 : new String(text, EncodingEvidence.WINDOWS);
  }
}
