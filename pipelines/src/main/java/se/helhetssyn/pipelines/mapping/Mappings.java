package se.helhetssyn.pipelines.mapping;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.delivery.CanonicalLayout;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.delivery.Layout;
import se.helhetssyn.pipelines.delivery.ReceivedFile;
import se.helhetssyn.pipelines.door.Door;
import se.helhetssyn.pipelines.door.Expectation;
import se.helhetssyn.pipelines.intake.CanonicalTables;
import se.helhetssyn.pipelines.intake.RawTables;
import se.helhetssyn.pipelines.mapping.MappingDefinition.DeliveredPeriod;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * The layout of a whole delivery: one mapping for each of its source systems, and the canonical
 * layout for files that no mapping answers to. Without mappings everything is canonical.
 */
public final class Mappings implements Layout {
  private static final Set<String> NO_EVENTS =
      Set.of("org_unit", "person", "person_succession", "extract_manifest");

  private final DataPackage contract;
  private final CanonicalLayout canonical;

  /** By what the names of its groups begin with, which no table's name does. */
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /**
   * A mapping.
   *
   * @param digest of its file and its own lists
   */
  private record Part(String name, MappingDefinition mapping, MappedLayout layout, String digest) {
    static Part of(Path file, MappingDefinition mapping) {
      String digest =
          Stream.concat(Stream.of(file), mapping.lists().values().stream().map(Path::of))
              .map(Part::digest)
              .collect(joining());
      return new Part(
          String.valueOf(file.getFileName()), mapping, new MappedLayout(mapping), digest);
    }

    /** A list that is not there is told of where it is read. */
    private static String digest(Path file) {
      try {
        return Files.exists(file) ? DigestUtils.sha256Hex(Files.readAllBytes(file)) : "";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Mappings(Map<Path, MappingDefinition> mappings, DataPackage contract) {
    this.contract = contract;
    this.canonical = new CanonicalLayout(contract);
    mappings.forEach((file, mapping) -> parts.put(parts.size() + 1 + ":", Part.of(file, mapping)));
  }

  /** Reads mapping files, each once; a {@link Refusal} says everything that is wrong in any. */
  public static Mappings read(List<Path> files, DataPackage contract) {
    Map<Path, MappingDefinition> mappings = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (Path file : files.stream().map(Path::normalize).distinct().toList()) {
      try {
        mappings.put(file, MappingReader.read(file, contract));
      } catch (Refusal refusal) {
        wrong.add(refusal.getMessage());
      }
    }
    if (!wrong.isEmpty()) {
      throw Refusal.badConfiguration(String.join("\n", wrong));
    }
    return new Mappings(mappings, contract);
  }

  @Override
  public List<String> groups(String fileName) {
    List<String> plain = canonical.groups(fileName);
    if (CanonicalLayout.ABOUT_DELIVERIES.containsAll(plain) && !plain.isEmpty()) {
      return plain;
    }
    List<String> answering = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    parts.forEach((prefix, part) -> {
      List<String> own = part.layout().groups(fileName);
      own.forEach(group -> groups.add(prefix + group));
      if (!own.isEmpty()) {
        answering.add(part.name());
      }
    });
    if (answering.size() > 1) {
      throw Refusal.badConfiguration(
          "Filen %s läses av flera mappningar (%s): ändra pattern så att bara en av dem gör det."
              .formatted(Door.shownName(Path.of(fileName)), String.join(", ", answering)));
    }
    return groups.isEmpty() ? plain : groups;
  }

  private Optional<String> prefix(String group) {
    return parts.keySet().stream().filter(group::startsWith).findFirst();
  }

  /** The layout that a group belongs to. */
  private Layout layout(String group) {
    return prefix(group)
        .flatMap(p -> Optional.ofNullable(parts.get(p)))
        .<Layout>map(Part::layout)
        .orElse(canonical);
  }

  private String own(String group) {
    return group.substring(prefix(group).map(String::length).orElse(0));
  }

  /** A name that several mappings use is nobody's: what is said of it would be of all of them. */
  @Override
  public String name(String group) {
    String own = own(group);
    long users =
        parts.values().stream().filter(part -> part.mapping().files().containsKey(own)).count();
    return users > 1 ? group : own;
  }

  @Override
  public Expectation expectation(String group) {
    return layout(group).expectation(own(group));
  }

  @Override
  public List<String> tables(String group) {
    return layout(group).tables(own(group));
  }

  @Override
  public Optional<String> sourceSystem(String group) {
    return layout(group).sourceSystem(own(group));
  }

  /**
   * The delivery's tables; refuses what the mappings or the contract cannot read.
   *
   * @param stored tables that came before
   */
  public RawTables raw(Delivery delivery, Set<String> stored) {
    List<RawTables> each = new ArrayList<>();
    parts.forEach(
        (prefix, part) -> each.add(MappedTables.of(delivery.part(prefix), part.mapping())));
    each.add(CanonicalTables.of(delivery, contract));
    requireUsable(delivery, stored);
    return new JoinedTables(each);
  }

  private void requireUsable(Delivery delivery, Set<String> stored) {
    Set<String> tables = new HashSet<>(stored);
    delivery.files().forEach(file -> tables.addAll(file.tables()));
    parts.values().forEach(part -> tables.addAll(part.mapping().constantTables()));
    if (!tables.contains("org_unit")) {
      throw Refusal.badInput(
          parts.isEmpty()
              ? "I mappen saknas org_unit.csv: utan organisationen kan inget räknas."
              : "Ingen fil ger organisationen: lägg till en mappning med tabellen org_unit, eller filen org_unit.csv.");
    }
    if (NO_EVENTS.containsAll(tables)) {
      throw Refusal.badInput(
          "I mappen finns bara organisation och personer: lägg till minst en tabell med händelser.");
    }
  }

  /** Whether the mapping that reads a file looks values up in another. */
  public boolean isLookedUpIn(ReceivedFile other, ReceivedFile file) {
    return prefix(file.group()).equals(prefix(other.group()))
        && part(other).filter(part -> part.layout().lends(own(other.group()))).isPresent();
  }

  /** Digest of the mapping that reads a file, and of its own lists; empty for a canonical file. */
  public Optional<String> digest(ReceivedFile file) {
    return part(file).map(Part::digest);
  }

  /** Digest of all mappings. */
  public String digest() {
    return DigestUtils.sha256Hex(parts.values().stream().map(Part::digest).collect(joining()));
  }

  private Optional<Part> part(ReceivedFile file) {
    return prefix(file.group()).flatMap(prefix -> Optional.ofNullable(parts.get(prefix)));
  }

  /** Tables that mappings themselves give rows of. */
  public Set<String> constantTables() {
    return parts.values().stream()
        .flatMap(part -> part.mapping().constantTables().stream())
        .collect(toSet());
  }

  /** Mapping's file name → its trial on what came for it. */
  Map<String, MappingTrial> trials(Delivery delivery) {
    Map<String, MappingTrial> trials = new LinkedHashMap<>();
    parts.forEach((prefix, part) ->
        trials.put(part.name(), MappingTrial.of(delivery.part(prefix), part.mapping(), contract)));
    return trials;
  }

  /** The trial of every mapping, and that of the canonical files. */
  Stream<MappingTrial> everyTrial(Delivery delivery) {
    MappingDefinition plain = CanonicalMapping.of(delivery, contract);
    return Stream.concat(
        trials(delivery).values().stream(), Stream.of(MappingTrial.of(delivery, plain, contract)));
  }

  /** Names of the files that are canonical beside those of mappings; none without mappings. */
  public List<String> canonicalBeside(Delivery delivery) {
    return parts.isEmpty()
        ? List.of()
        : canonical(delivery).map(ReceivedFile::name).distinct().toList();
  }

  private Stream<ReceivedFile> canonical(Delivery delivery) {
    return delivery.files().stream().filter(file -> prefix(file.group()).isEmpty());
  }

  /** Whether every row comes through a mapping that is declared public and free of persons. */
  public boolean publicNonPersonal(Delivery delivery) {
    return !parts.isEmpty()
        && parts.values().stream().allMatch(part -> part.mapping().publicNonPersonal())
        && canonical(delivery)
            .allMatch(file -> CanonicalLayout.ABOUT_DELIVERIES.contains(file.group()));
  }

  /** The span of the periods that mappings state; empty if none does. */
  public Optional<DeliveredPeriod> period() {
    List<DeliveredPeriod> stated =
        parts.values().stream()
            .flatMap(part -> Stream.ofNullable(part.mapping().period()))
            .toList();
    Optional<LocalDate> to = stated.stream().map(DeliveredPeriod::to).max(naturalOrder());
    return stated.stream()
        .map(DeliveredPeriod::from)
        .min(naturalOrder())
        .flatMap(from -> to.map(last -> new DeliveredPeriod(from, last)));
  }
}
