package se.helhetssyn.pipelines.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  private final List<Announcement> announced;
  private final Layout layout;
  private final Set<Announcement> matched = new HashSet<>();

  Verification(List<Announcement> announced, Layout layout) {
    this.announced = announced;
    this.layout = layout;
  }

  /** The files in their order, each with its announcement and, where it fails, turned away. */
  List<ReceivedFile> of(Map<String, List<ArrivedFile>> groups) {
    Map<ArrivedFile, Announcement> known = new LinkedHashMap<>();
    groups.values().forEach(files -> files.forEach(file -> byDigest(file, known)));
    byOnlyTable(groups).forEach((table, files) -> remaining(table, files, known));
    List<ReceivedFile> received = new ArrayList<>();
    groups.forEach((group, files) ->
        files.forEach(
            file -> received.add(verified(group, file, Optional.ofNullable(known.get(file))))));
    return received;
  }

  /** Announced files that did not come. */
  List<Announcement> missing() {
    return announced.stream().filter(each -> !matched.contains(each)).toList();
  }

  private void byDigest(ArrivedFile file, Map<ArrivedFile, Announcement> known) {
    announced.stream()
        .filter(each -> !matched.contains(each))
        .filter(each -> each.sha256().filter(file.input().sha256()::equals).isPresent())
        .findFirst()
        .ifPresent(each -> match(file, each, known));
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
  private void remaining(
      String table, List<ArrivedFile> files, Map<ArrivedFile, Announcement> known) {
    List<ArrivedFile> unknown = files.stream().filter(f -> !known.containsKey(f)).toList();
    List<Announcement> left =
        announced.stream()
            .filter(each -> !matched.contains(each) && each.table().equals(table))
            .toList();
    if (unknown.size() == 1 && left.size() == 1) {
      match(unknown.getFirst(), left.getFirst(), known);
    }
  }

  private void match(
      ArrivedFile file, Announcement announcement, Map<ArrivedFile, Announcement> known) {
    matched.add(announcement);
    known.put(file, announcement);
  }

  private ReceivedFile verified(
      String group, ArrivedFile file, Optional<Announcement> announcement) {
    ArrivedFile result =
        announcement
            .filter(said -> file.turnedAway().isEmpty())
            .flatMap(said -> difference(file, said))
            .map(file::turnedAwayAs)
            .orElse(file);
    String system =
        layout
            .sourceSystem(group)
            .or(() -> announcement.map(Announcement::sourceSystem))
            .orElse("");
    return new ReceivedFile(group, layout.tables(group), system, result, announcement);
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
