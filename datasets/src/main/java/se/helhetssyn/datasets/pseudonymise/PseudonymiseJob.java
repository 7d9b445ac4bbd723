package se.helhetssyn.datasets.pseudonymise;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.helhetssyn.datasets.identity.IdentityNumbers;

/**
 * Pseudonymises a folder of files into another: all of them, or none. The manifest comes last, so
 * that it can tell the digests of the files as they are handed over.
 */
final class PseudonymiseJob {
  private static final String MANIFEST = "extract_manifest";

  private final PersonColumns columns;
  private final Pseudonyms pseudonyms;
  private final Map<String, String> digests = new HashMap<>();
  private final Set<String> found = new HashSet<>();

  PseudonymiseJob(PersonColumns columns, Pseudonyms pseudonyms) {
    this.columns = columns;
    this.pseudonyms = pseudonyms;
  }

  /**
   * What was done, file by file; {@link Stopped} if anything is amiss, and then nothing is left.
   */
  List<FileReport> run(Path in, Path out) throws IOException {
    List<Path> files = filesOf(in);
    files.forEach(PseudonymiseJob::requireText);
    try (WorkFolder work = WorkFolder.in(out, files)) {
      List<FileReport> reports = new ArrayList<>();
      for (Path file : files) {
        reports.add(write(file, work.resolve(file)));
      }
      columns.requireFound(found);
      work.handOver();
      return reports;
    }
  }

  private FileReport write(Path file, Path to) throws IOException {
    boolean manifest = file.getFileName().toString().startsWith(MANIFEST);
    FileReport report;
    try {
      report = FileJob.run(file, to, columns, pseudonyms, manifest ? digests : Map.of());
    } catch (Stopped stopped) {
      throw stopped.inFile(file.getFileName().toString());
    }
    found.addAll(report.persons());
    digests.put(sha256(file), sha256(to));
    return report;
  }

  private static List<Path> filesOf(Path in) throws IOException {
    if (!Files.isDirectory(in)) {
      throw Stopped.badInput(
          "Mappen %s finns inte: ange en mapp med uttag efter --in.".formatted(in));
    }
    try (Stream<Path> entries = Files.list(in)) {
      List<Path> files =
          entries
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .sorted(
                  comparing((Path file) -> file.getFileName().toString().startsWith(MANIFEST))
                      .thenComparing(Path::getFileName))
              .toList();
      if (files.isEmpty()) {
        throw Stopped.badInput(
            "Mappen %s är tom: ange en mapp med uttag efter --in.".formatted(in));
      }
      return files;
    }
  }

  private static void requireText(Path file) {
    String name = file.getFileName().toString();
    if (!IdentityNumbers.in(name).isEmpty()) {
      throw Stopped.badInput(
          "En fil har ett personnummer i sitt namn: döp om den, för namnet följer med i leveransen.");
    }
    if (!Files.isRegularFile(file)) {
      throw Stopped.badInput(
          "%s är ingen fil: ange en mapp med bara filer efter --in.".formatted(name));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.matches(".*\\.xls[xmb]?")) {
      throw Stopped.badInput(
          "%s är en arbetsbok: spara varje blad som CSV, och lägg bara de filerna i mappen."
              .formatted(name));
    }
    if (!lower.matches(".*\\.(csv|txt|tsv)")) {
      throw Stopped.badInput(
          "%s är ingen textfil med kolumner (.csv, .txt eller .tsv): ta bort den ur mappen."
              .formatted(name));
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256", e);
    }
  }
}
