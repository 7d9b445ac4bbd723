package se.helhetssyn.pipelines.delivery;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.pipelines.door.ArrivedFile;
import se.helhetssyn.pipelines.door.Door;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * A delivery that has passed the door: every file has been read from end to end once, and nothing
 * of it has been written anywhere.
 *
 * @param files every file that belongs to it, those that were turned away too
 * @param announced every row of the manifest; empty without one
 * @param missing rows of the manifest whose file did not come
 * @param unreadable rows of the manifest that announce nothing, since they cannot be read
 * @param ignored names of data files that nothing answers to, as they may be shown
 * @param noFiles names of folders and other things that are called as data files are
 */
public record Delivery(
    List<ReceivedFile> files,
    List<Announcement> announced,
    List<Announcement> missing,
    long unreadable,
    List<String> ignored,
    List<String> noFiles) {
  private static final List<String> FOUNDATION = List.of("org_unit", "person");

  public Delivery {
    files = List.copyOf(files);
    announced = List.copyOf(announced);
    missing = List.copyOf(missing);
    ignored = List.copyOf(ignored);
    noFiles = List.copyOf(noFiles);
  }

  /**
   * Receives a folder. Refuses one that cannot be read, and files that are broken as files; what is
   * turned away for other reasons is told by {@link #turnedAway()}.
   *
   * @param excepted columns that are not searched for identity numbers
   * @param stopped is told of every file that was stopped at the door, before anything is refused
   */
  public static Delivery receive(
      Path folder, Layout layout, List<ExceptedColumn> excepted, Consumer<ArrivedFile> stopped) {
    List<String> ignored = new ArrayList<>();
    Map<Path, List<String>> wanted = new LinkedHashMap<>();
    for (Path file : Door.filesIn(folder)) {
      List<String> names = layout.groups(String.valueOf(file.getFileName()));
      if (names.isEmpty()) {
        ignored.add(Door.shownName(file));
      } else {
        wanted.put(file, names);
      }
    }
    Map<String, List<ArrivedFile>> groups = Examination.of(wanted, layout, excepted);
    groups.values().stream()
        .flatMap(List::stream)
        .distinct()
        .filter(file -> file.turnedAway().isPresent())
        .forEach(stopped);
    requireReadable(groups);
    List<ArrivedFile> manifests = groups.getOrDefault(ManifestRows.TABLE, List.of());
    List<Announcement> announced =
        manifests.stream().flatMap(manifest -> ManifestRows.of(manifest).stream()).toList();
    Verification verification = new Verification(announced, layout);
    List<ReceivedFile> received = verification.of(groups);
    return new Delivery(
        received,
        announced,
        verification.missing(),
        manifests.stream().mapToLong(ManifestRows::unreadable).sum(),
        ignored,
        Door.noFilesIn(folder));
  }

  /** Refuses files that are broken as files, and tells then of all that are turned away. */
  private static void requireReadable(Map<String, List<ArrivedFile>> groups) {
    boolean broken =
        groups.entrySet().stream()
            .anyMatch(group ->
                reasons(group.getValue())
                    .anyMatch(why ->
                        why.rule().equals("CT09") || group.getKey().equals(ManifestRows.TABLE)));
    if (broken) {
      throw Refusal.badInput(
          groups.values().stream()
              .flatMap(Delivery::reasons)
              .map(ArrivedFile.TurnedAway::reason)
              .distinct()
              .collect(joining("\n")));
    }
  }

  private static Stream<ArrivedFile.TurnedAway> reasons(List<ArrivedFile> files) {
    return files.stream().flatMap(file -> file.turnedAway().stream());
  }

  /** The files of a group whose rows are read, in order of name. */
  public List<ReceivedFile> taken(String group) {
    return files.stream().filter(f -> f.group().equals(group) && f.isTaken()).toList();
  }

  /** The files of a group as they were found at the door, those that were turned away too. */
  public List<ArrivedFile> of(String group) {
    return files.stream()
        .filter(file -> file.group().equals(group))
        .map(ReceivedFile::arrived)
        .toList();
  }

  /**
   * The files of one part of a layout that is made of several.
   *
   * @param prefix what the names of its groups begin with; they are without it in the part
   */
  public Delivery part(String prefix) {
    List<ReceivedFile> own =
        files.stream()
            .filter(file -> file.group().startsWith(prefix))
            .map(file -> file.in(file.group().substring(prefix.length())))
            .toList();
    return new Delivery(own, announced, missing, unreadable, ignored, noFiles);
  }

  /** The files that are not taken in. */
  public List<ReceivedFile> turnedAway() {
    return files.stream().filter(file -> !file.isTaken()).toList();
  }

  /**
   * Tables of which nobody can tell what is missing: a file was turned away, and no manifest says
   * what it was about.
   */
  public List<String> incomplete() {
    return turnedAway().stream()
        .filter(file -> file.announcements().isEmpty())
        .flatMap(file -> file.tables().stream())
        .distinct()
        .toList();
  }

  /** What the manifest says of the files whose rows are read. */
  public List<Announcement> covered() {
    return files.stream()
        .filter(ReceivedFile::isTaken)
        .flatMap(file -> file.announcements().stream())
        .distinct()
        .toList();
  }

  /** The last day anything was taken out of its source; empty without a manifest. */
  public Optional<LocalDate> extractedOn() {
    return covered().stream()
        .map(each -> each.extractedAt().toLocalDate())
        .max(LocalDate::compareTo);
  }

  /** Persons who came with two keys. */
  public List<Succession> successions() {
    return Successions.of(taken(Successions.FILE));
  }

  /** The same without some of its files. */
  public Delivery without(Collection<ReceivedFile> known) {
    List<ReceivedFile> left = files.stream().filter(file -> !known.contains(file)).toList();
    return new Delivery(left, announced, missing, unreadable, ignored, noFiles);
  }

  /** What a generation's manifest keeps of the files, each once. */
  public List<Manifest.Input> inputs() {
    return files.stream().map(file -> file.arrived().input()).distinct().toList();
  }

  /**
   * Refuses what cannot be taken in without losing what an earlier delivery gave: a store of an
   * older version does not remember its deliveries, and this one takes the place of all.
   */
  public void requireWhole() {
    Map<String, List<Announcement>> byTable = new TreeMap<>();
    covered()
        .forEach(
            each -> byTable.computeIfAbsent(each.table(), table -> new ArrayList<>()).add(each));
    byTable.forEach((table, all) -> {
      if (all.stream().noneMatch(Announcement::fullLoad)) {
        throw Refusal.badInput(
            "Tabellen %s levereras bara som ändringar (is_full_load är NO), och lagret är skrivet av en äldre version som inte minns sina leveranser: leverera även hela tabellen."
                .formatted(table));
      }
      if (all.stream().noneMatch(Announcement::isWhole)) {
        throw Refusal.badInput(
            "Leveransen av %s gäller bara %s och skulle ersätta allt annat i lagret, som är skrivet av en äldre version: leverera hela organisationen, eller ange ett nytt lager."
                .formatted(table, roots(all)));
      }
    });
  }

  private static String roots(List<Announcement> announced) {
    return announced.stream()
        .flatMap(each -> each.root().stream())
        .distinct()
        .collect(joining(", "));
  }

  /**
   * Refuses a delivery any of whose files was changed after it had been through the door: what was
   * read may not be what was examined.
   */
  public void requireUnchanged() {
    for (ReceivedFile file : files) {
      if (file.isTaken() && !Door.isUnchanged(file.arrived())) {
        throw Refusal.badInput(
            "Filen %s ändrades medan den lästes; inget är publicerat. Vänta tills leveransen är klar och kör igen."
                .formatted(file.name()));
      }
    }
  }

  /** Refuses a delivery whose organisation or persons were turned away as a whole. */
  public void requireFoundation() {
    for (String table : FOUNDATION) {
      List<ReceivedFile> feeding = files.stream().filter(file -> file.feeds(table)).toList();
      List<ReceivedFile> away = feeding.stream().filter(file -> !file.isTaken()).toList();
      boolean unsure = incomplete().contains(table);
      if (unsure || (!away.isEmpty() && away.size() == feeding.size())) {
        String lacking = "Utan hela tabellen %s kan inget av leveransen tas in.".formatted(table);
        throw Refusal.badInput(
            Stream.concat(
                    reasons(away.stream().map(ReceivedFile::arrived).toList())
                        .map(ArrivedFile.TurnedAway::reason),
                    Stream.of(lacking))
                .distinct()
                .collect(joining("\n")));
      }
    }
  }

  /** Whether any file with rows of a table was turned away. */
  public boolean lacksSome(String table) {
    return turnedAway().stream().anyMatch(file -> file.feeds(table));
  }
}
