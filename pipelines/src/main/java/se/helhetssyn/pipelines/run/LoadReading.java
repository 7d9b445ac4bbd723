package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.DeliveredFile;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.pipelines.delivery.Announcement;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.delivery.ReceivedFile;
import se.helhetssyn.pipelines.intake.FileTerms;
import se.helhetssyn.pipelines.run.Loads.Load;

/** Tells loads apart and finds those that have come before. */
final class LoadReading {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  /** About deliveries, not a delivery of its own: what it says is added to what others said. */
  private static final String MANIFEST = "extract_manifest";

  /** Between what a file is and when it came. */
  private static final String AT = "@";

  private final Delivery delivery;
  private final DeliveryLog before;
  private final ReadBy mapping;
  private final Instant now;
  private final Map<String, Integer> alike = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  LoadReading(Delivery delivery, DeliveryLog before, ReadBy mapping, Instant now) {
    this.delivery = delivery;
    this.before = before;
    this.mapping = mapping;
    this.now = now;
    before.files().stream()
        .filter(DeliveredFile::taken)
        .forEach(file -> seen.add(known(file.table(), file.load())));
  }

  private static String known(String table, String load) {
    return table + FileTerms.plain(load);
  }

  private boolean isNew(FileTerms terms) {
    return seen.add(known(terms.table(), terms.id()));
  }

  List<Load> loads(Predicate<String> tables) {
    List<Load> loads = new ArrayList<>();
    List<ReceivedFile> taken = delivery.files().stream().filter(ReceivedFile::isTaken).toList();
    for (ReceivedFile file : taken) {
      file.tables().stream().filter(tables).forEach(table -> loads.add(load(file, table)));
    }
    taken.stream()
        .flatMap(this::others)
        .filter(load -> tables.test(load.terms().table()))
        .filter(load -> isNew(load.terms()))
        .forEach(loads::add);
    mapping.constantTables().forEach(table -> loads.add(constant(table)));
    return loads;
  }

  private Load load(ReceivedFile file, String table) {
    Optional<Announcement> said = said(file, table);
    FileTerms terms = said.map(a -> told(file, table, a)).orElseGet(() -> untold(file, table));
    boolean isKnown = (said.isPresent() || isBeside(table)) ? !isNew(terms) : isLatest(file, table);
    return new Load(file, terms, isKnown);
  }

  /** Files that are alike may be told of as different extracts: one each. */
  private Optional<Announcement> said(ReceivedFile file, String table) {
    List<Announcement> about = about(file, table);
    int number = alike.merge(table + file.arrived().input().sha256(), 1, Integer::sum) - 1;
    return number < about.size() ? Optional.of(about.get(number)) : file.announcement(table);
  }

  /**
   * What else is told of a file: that the same rows hold all of another subtree or of other days.
   * Each is a load of its own, without rows.
   */
  private Stream<Load> others(ReceivedFile file) {
    return file.tables().stream()
        .flatMap(table ->
            about(file, table).stream()
                .skip(alike.getOrDefault(table + file.arrived().input().sha256(), 0))
                .map(said -> told(file, table, said).asRowless()))
        .map(terms -> new Load(file, terms, false));
  }

  /**
   * What the manifest says of a file's rows of a table: first what it has not said before, and the
   * newest of that, since the rows belong to the first and must not be older than the others.
   */
  private List<Announcement> about(ReceivedFile file, String table) {
    Set<String> earlier =
        before.files().stream()
            .filter(each -> each.taken() && each.table().equals(table))
            .map(each -> FileTerms.plain(each.load()))
            .collect(toSet());
    return file.announcements().stream()
        .filter(each -> each.table().equals(table))
        .sorted(
            Comparator.comparing((Announcement a) -> earlier.contains(told(file, table, a).id()))
                .thenComparing(Announcement::extractedAt, Comparator.reverseOrder())
                .thenComparing(Announcement::extractId)
                .thenComparing(a -> a.root().orElse(""))
                .thenComparing(Announcement::from))
        .toList();
  }

  private FileTerms told(ReceivedFile file, String table, Announcement said) {
    LocalDateTime at = said.extractedAt();
    String identity =
        identity(
            file.arrived().input().sha256(),
            table,
            file.source(table),
            said.extractId(),
            at.toString(),
            said.root().orElse(""),
            said.from().toString(),
            said.to().toString(),
            String.valueOf(said.fullLoad()));
    String id = file.isCanonical() ? identity : identity + AT + mapping.digest(file);
    return new FileTerms(
        file.name(),
        id,
        table,
        said.extractId(),
        file.source(table),
        file.isCanonical() ? file.arrived().rows() : null,
        at.atZone(SWEDEN).toInstant().plusMillis(readings(table, identity, id)),
        true,
        new FileTerms.Load(
            said.fullLoad() && isWhole(said), said.root().orElse(null), said.from(), said.to()));
  }

  /**
   * Whether every file of a full load came and was taken: where one is missing, the others are
   * added to what is there and replace nothing.
   */
  private boolean isWhole(Announcement said) {
    Set<Announcement> taken = new HashSet<>(delivery.covered());
    return delivery.announced().stream()
        .filter(each ->
            each.table().equals(said.table())
                && each.sourceSystem().equals(said.sourceSystem())
                && each.extractedAt().equals(said.extractedAt())
                && each.root().equals(said.root())
                && each.from().equals(said.from())
                && each.to().equals(said.to()))
        .allMatch(taken::contains);
  }

  /** How often a file was read by other mappings: the latest reading of it is the newest. */
  private long readings(String table, String identity, String id) {
    return before.files().stream()
        .filter(file -> file.table().equals(table) && file.load().startsWith(identity + AT))
        .filter(file -> !FileTerms.plain(file.load()).equals(id))
        .count();
  }

  /** Where not all persons could be read, the same file may give more another time. */
  private String identity(String... parts) {
    String identity = DigestUtils.sha256Hex(String.join("\n", parts));
    return delivery.lacksSome("person") ? identity + AT + now : identity;
  }

  /**
   * Whether a file that no manifest tells of comes beside others of its table that one tells of:
   * nobody knows when it was extracted, so it is older than they are and replaces nothing. The
   * manifest itself is such a file too.
   */
  private boolean isBeside(String table) {
    return table.equals(MANIFEST)
        || delivery.announced().stream().anyMatch(each -> each.table().equals(table));
  }

  private FileTerms untold(ReceivedFile file, String table) {
    boolean beside = isBeside(table);
    return new FileTerms(
        file.name(),
        beside ? untold(file) : untold(file) + AT + now,
        table,
        file.name(),
        file.source(table),
        file.isCanonical() ? file.arrived().rows() : null,
        beside ? extracted(table) : now,
        false,
        new FileTerms.Load(!beside, null, null, null));
  }

  private @Nullable Instant extracted(String table) {
    return delivery.announced().stream()
        .filter(each -> table.equals(MANIFEST))
        .map(each -> each.extractedAt().atZone(SWEDEN).toInstant())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private String untold(ReceivedFile file) {
    String by = file.isCanonical() ? "" : mapping.digest(file);
    return DigestUtils.sha256Hex(file.arrived().input().sha256() + "\n" + by);
  }

  /** Whether the files that came last of a table and source without a manifest are these. */
  private boolean isLatest(ReceivedFile file, String table) {
    Set<String> these =
        delivery.files().stream()
            .filter(each -> each.isTaken() && each.feeds(table))
            .filter(each -> each.announcement(table).isEmpty())
            .filter(each -> each.source(table).equals(file.source(table)))
            .map(this::untold)
            .collect(toSet());
    return !delivery.lacksSome("person") && these.equals(latest(table, file.source(table)));
  }

  private Set<String> latest(String table, String source) {
    Map<String, Set<String>> byTime = new HashMap<>();
    untold(table, source)
        .forEach(file ->
            byTime
                .computeIfAbsent(file.extractedAt(), time -> new HashSet<>())
                .add(file.load().substring(0, file.load().indexOf(AT))));
    return byTime.entrySet().stream()
        .max(Comparator.comparing(each -> Instant.parse(each.getKey())))
        .map(Map.Entry::getValue)
        .orElse(Set.of());
  }

  private Stream<DeliveredFile> untold(String table, String source) {
    return before.files().stream()
        .filter(file -> file.taken() && !file.announced())
        .filter(file -> file.table().equals(table) && file.sourceSystem().equals(source))
        .filter(file -> file.load().contains(AT));
  }

  private Load constant(String table) {
    String name = ReadBy.CONSTANT;
    String identity = DigestUtils.sha256Hex(name + "\n" + mapping.all());
    FileTerms terms =
        new FileTerms(
            name,
            identity + AT + now,
            table,
            name,
            name,
            null,
            now,
            false,
            new FileTerms.Load(false, null, null, null));
    return new Load(null, terms, latest(table, name).equals(Set.of(identity)));
  }
}
