package se.helhetssyn.pipelines.delivery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.helhetssyn.pipelines.door.ArrivedFile;
import se.helhetssyn.pipelines.door.ArrivedFile.TurnedAway;

/**
 * Holds files against the manifest: which row is about which file, and whether digest and number of
 * rows are what it says.
 */
final class Verification {
  /** The version that the contract's descriptor names. */
  static final String SCHEMA_VERSION = "1";

  private final List<Announcement> announced;
  private final Layout layout;
  private final Set<Announcement> matched = new HashSet<>();
  private final Map<Path, Set<Announcement>> known = new HashMap<>();

  Verification(List<Announcement> announced, Layout layout) {
    this.announced = announced;
    this.layout = layout;
  }

  /** The files in their order, each with its announcements and, where it fails, turned away. */
  List<ReceivedFile> of(Map<String, List<ArrivedFile>> groups) {
    groups.values().forEach(files -> files.forEach(this::byDigest));
    byOnlyTable(groups).forEach(this::remaining);
    List<ReceivedFile> received = new ArrayList<>();
    groups.forEach((group, files) -> files.forEach(file -> received.add(verified(group, file))));
    return received;
  }

  /** Announced files that did not come. */
  List<Announcement> missing() {
    return announced.stream().filter(each -> !matched.contains(each)).toList();
  }

  /**
   * A file may be announced for several tables; files that are alike share what is said of them.
   */
  private void byDigest(ArrivedFile file) {
    announced.stream()
        .filter(each -> each.sha256().filter(file.input().sha256()::equals).isPresent())
        .forEach(each -> match(file, each));
  }

  /** The files of all groups that feed one table and no other. */
  private Map<String, List<ArrivedFile>> byOnlyTable(Map<String, List<ArrivedFile>> groups) {
    Map<String, List<ArrivedFile>> tables = new TreeMap<>();
    groups.forEach((group, files) -> {
      List<String> fed = layout.tables(group);
      if (fed.size() == 1) {
        tables.computeIfAbsent(fed.getFirst(), table -> new ArrayList<>()).addAll(files);
      }
    });
    return tables;
  }

  /** The only file of a table that nothing tells of belongs to the only row that has no file. */
  private void remaining(String table, List<ArrivedFile> files) {
    List<ArrivedFile> unknown =
        files.stream().filter(file -> !known.containsKey(file.path())).toList();
    List<Announcement> left =
        announced.stream()
            .filter(each -> !matched.contains(each) && each.table().equals(table))
            .toList();
    if (unknown.size() == 1 && left.size() == 1) {
      match(unknown.getFirst(), left.getFirst());
    }
  }

  private void match(ArrivedFile file, Announcement announcement) {
    matched.add(announcement);
    known.computeIfAbsent(file.path(), path -> new LinkedHashSet<>()).add(announcement);
  }

  private ReceivedFile verified(String group, ArrivedFile file) {
    List<Announcement> said = List.copyOf(known.getOrDefault(file.path(), Set.of()));
    ArrivedFile result =
        file.turnedAway().isPresent()
            ? file
            : said.stream()
                .flatMap(each -> difference(file, each).stream())
                .findFirst()
                .map(file::turnedAwayAs)
                .orElse(file);
    return new ReceivedFile(group, layout.tables(group), layout.sourceSystem(group), result, said);
  }

  private static Optional<TurnedAway> difference(ArrivedFile file, Announcement said) {
    String name = file.input().file();
    if (said.sha256().filter(digest -> !digest.equals(file.input().sha256())).isPresent()) {
      return Optional.of(
          new TurnedAway(
              "CT10",
              "Filen %s är inte den som manifestet beskriver (kontrollsumman skiljer): leverera fil och manifest på nytt."
                  .formatted(name)));
    }
    if (said.schemaVersion().filter(version -> !version.equals(SCHEMA_VERSION)).isPresent()) {
      return Optional.of(
          new TurnedAway(
              "CT10",
              "Filen %s följer en annan version av tabellbeskrivningen än den som läses här (%s): leverera den i rätt version, eller uppdatera programmet."
                  .formatted(name, SCHEMA_VERSION)));
    }
    if (said.rows() != file.rows()) {
      return Optional.of(
          new TurnedAway(
              "DQ37",
              "Filen %s har %d rader men manifestet säger %d: uttaget är troligen avkortat. Leverera det på nytt."
                  .formatted(name, file.rows(), said.rows())));
    }
    return Optional.empty();
  }
}
