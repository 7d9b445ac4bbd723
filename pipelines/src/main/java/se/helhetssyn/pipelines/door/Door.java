package se.helhetssyn.pipelines.door;

import static se.helhetssyn.datasets.quality.Treatment.FLAGGED;
import static se.helhetssyn.datasets.quality.Treatment.REJECTED;
import static se.helhetssyn.datasets.quality.Treatment.REPAIRED;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.pipelines.door.ArrivedFile.TurnedAway;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * Examines delivered files before any row is read. Nothing of a file is kept, written or logged
 * here but its name, in which an identity number is masked.
 */
public final class Door {
  /** Rows of a sheet, with and without its header. */
  private static final Set<Long> SHEET_LIMITS = Set.of(65_535L, 65_536L, 1_048_575L, 1_048_576L);

  private static final Pattern DATA_FILE =
      Pattern.compile(".*\\.(csv|txt|tsv|xlsx|parquet)", Pattern.CASE_INSENSITIVE);

  private static final int ROUND = 1_000;

  private Door() {}

  /**
   * Examines a file in one pass over its bytes; a workbook and Parquet are unpacked besides. The
   * same file and expectation always give the same answer.
   *
   * @throws Refusal if the file cannot be opened or read from where it lies; whatever is wrong in
   *     the file is an answer, never an exception
   */
  public static ArrivedFile examine(Path file, Expectation expected) {
    String shown = MaskedName.of(file);
    IdentityWatch watch = new IdentityWatch();
    watch.name(file.getFileName().toString());
    MessageDigest digest = sha256();
    try (InputStream raw = Files.newInputStream(file);
        DigestInputStream in = new DigestInputStream(raw, digest)) {
      Seen seen = see(file, shown, in, expected, watch);
      in.transferTo(OutputStream.nullOutputStream());
      String sha256 = HexFormat.of().formatHex(digest.digest());
      Manifest.Input input = new Manifest.Input(shown, Files.size(file), sha256);
      Optional<TurnedAway> why = judge(seen, input);
      return new ArrivedFile(
          file,
          input,
          why.isPresent() ? Optional.empty() : seen.form(),
          seen.rows(),
          why.map(each -> List.of(new FileFinding(each.rule(), REJECTED, seen.rows())))
              .orElseGet(() -> findings(seen)),
          why);
    } catch (IOException e) {
      throw Refusal.badInput(
          "Filen %s går inte att öppna: kontrollera att den finns kvar och får läsas."
              .formatted(shown));
    }
  }

  /** The files of a folder that can be examined, in order of name. */
  public static List<Path> filesIn(Path folder) {
    return namedAsData(folder).stream().filter(Files::isRegularFile).toList();
  }

  /**
   * What lies in a folder under the name of a data file and is none: folders, and links that lead
   * nowhere.
   *
   * @return names as they may be shown, in order
   */
  public static List<String> noFilesIn(Path folder) {
    return namedAsData(folder).stream()
        .filter(path -> !Files.isRegularFile(path))
        .map(MaskedName::of)
        .toList();
  }

  /** A file's name as it may be shown: identity numbers in it are masked. */
  public static String shownName(Path file) {
    return MaskedName.of(file);
  }

  private static List<Path> namedAsData(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Refusal.badInput(
          "Mappen %s finns inte: ange en mapp med uttag efter --extracts.".formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> DATA_FILE.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.comparing(Path::getFileName))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a file still has the size and the digest that it was examined with. */
  public static boolean isUnchanged(ArrivedFile file) {
    MessageDigest digest = sha256();
    try (InputStream raw = Files.newInputStream(file.path());
        DigestInputStream in = new DigestInputStream(raw, digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      return false;
    }
    return HexFormat.of().formatHex(digest.digest()).equals(file.input().sha256());
  }

  private static Seen see(
      Path file, String shown, InputStream in, Expectation expected, IdentityWatch watch)
      throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      return new RecordExamination(shown, expected, watch).workbook(file);
    }
    if (name.endsWith(".parquet")) {
      return new RecordExamination(shown, expected, watch).parquet(file);
    }
    return new TextExamination(shown, expected, watch).examine(in);
  }

  private static Optional<TurnedAway> judge(Seen seen, Manifest.Input input) {
    if (!seen.hits().isEmpty()) {
      TurnedAway why = Reason.IDENTITY.of(input.file());
      return Optional.of(new TurnedAway(why.rule(), why.reason(), seen.hits()));
    }
    if (seen.reason().isPresent()) {
      return seen.reason();
    }
    return SHEET_LIMITS.contains(seen.rows())
        ? Optional.of(Reason.CUT_OFF.of(input.file(), seen.rows()))
        : Optional.empty();
  }

  private static List<FileFinding> findings(Seen seen) {
    List<FileFinding> findings = new ArrayList<>();
    if (seen.encodingMended()) {
      findings.add(new FileFinding("DQ19", REPAIRED, seen.rows()));
    }
    if (seen.rows() >= ROUND && seen.rows() % ROUND == 0) {
      findings.add(new FileFinding("DQ37", FLAGGED, seen.rows()));
    }
    if (seen.skipped() > 0) {
      findings.add(new FileFinding("DQ40", REPAIRED, seen.skipped()));
    }
    return findings;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256", e);
    }
  }
}
