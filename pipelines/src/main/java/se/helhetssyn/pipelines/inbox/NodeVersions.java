package se.helhetssyn.pipelines.inbox;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.pipelines.inbox.OrganisationChange.Successor;

/**
 * Rows of {@code org_unit}, per node and by the day they hold from; rows without id, level or days
 * are none.
 */
final class NodeVersions {
  private static final String ID = "org_unit_id";
  private static final String PARENT = "parent_id";
  private static final String FROM = "valid_from";
  private static final String TO = "valid_to";

  private final Map<String, NavigableMap<LocalDate, Map<String, String>>> nodes = new TreeMap<>();
  private final TreeSet<List<String>> touched = new TreeSet<>(ByText.ORDER);

  private NodeVersions() {}

  static NodeVersions of(Collection<Map<String, String>> rows) {
    NodeVersions versions = new NodeVersions();
    rows.stream().filter(NodeVersions::isWhole).forEach(row -> versions.put(new HashMap<>(row)));
    return versions;
  }

  private static boolean isWhole(Map<String, String> row) {
    String to = row.getOrDefault(TO, "");
    return row.containsKey(ID)
        && Grounds.isDay(row.get(FROM))
        && (to.isBlank() || Grounds.isDay(to))
        && Stream.of(OrgLevel.values())
            .filter(OrgLevel::isOfTree)
            .anyMatch(l -> l.name().equals(row.get("level")));
  }

  NodeVersions copy() {
    NodeVersions copy = new NodeVersions();
    nodes
        .values()
        .forEach(versions -> versions.values().forEach(row -> copy.put(new HashMap<>(row))));
    copy.touched.addAll(touched);
    return copy;
  }

  private void put(Map<String, String> row) {
    row.values().removeIf(text -> text == null || text.isBlank());
    nodes.computeIfAbsent(text(row, ID), id -> new TreeMap<>()).put(from(row), row);
  }

  /** The rows that changes have to do with, changed or not. */
  List<Map<String, String>> touched() {
    return touched.stream().map(this::row).toList();
  }

  private Map<String, String> row(List<String> key) {
    return Map.copyOf(
        Objects.requireNonNull(versions(key.get(0)).get(LocalDate.parse(key.get(1)))));
  }

  private void touch(Map<String, String> row) {
    touched.add(List.of(text(row, ID), text(row, FROM)));
  }

  /** Gives a node another value from a day on, as long as it would have kept the old one. */
  void change(String node, LocalDate day, String column, String value) {
    Map<String, String> first = cut(node, day);
    String old = first.getOrDefault(column, "");
    for (Map<String, String> row : versions(node).tailMap(day, true).values()) {
      if (row.getOrDefault(column, "").equals(old)) {
        row.put(column, value);
        touch(row);
      }
    }
  }

  /** The row that holds from a day, made of the one that holds on it. */
  private Map<String, String> cut(String node, LocalDate day) {
    Map<String, String> row = requireActive(node, day);
    Map.@Nullable Entry<LocalDate, Map<String, String>> before = versions(node).lowerEntry(day);
    if (from(row).equals(day)) {
      if (before != null && day.toString().equals(before.getValue().get(TO))) {
        touch(before.getValue());
      }
      return row;
    }
    Map<String, String> next = new HashMap<>(row);
    next.put(FROM, day.toString());
    row.put(TO, day.toString());
    touch(row);
    put(next);
    return next;
  }

  /** Ends a node on a day; one that has already ended stays as it is. */
  void close(String node, LocalDate day) {
    requireKnown(node);
    NavigableMap<LocalDate, Map<String, String>> versions = versions(node);
    if (!versions.tailMap(day, true).isEmpty()) {
      throw new ImpossibleChange(
          "%s har uppgifter som börjar gälla %s eller senare".formatted(node, day));
    }
    nodes.keySet().stream()
        .filter(other -> isBelow(other, node, day))
        .findFirst()
        .ifPresent(other -> {
          throw new ImpossibleChange(
              "%s ligger under %s, som upphör; flytta den först".formatted(other, node));
        });
    Map<String, String> last = versions.lastEntry().getValue();
    if (!endsBy(last, day)) {
      last.put(TO, day.toString());
    }
    touch(last);
  }

  /** Whether a node comes under another on a day or later. */
  private boolean isBelow(String node, String parent, LocalDate day) {
    LocalDate first = Objects.requireNonNullElse(versions(node).floorKey(day), day);
    return versions(node).tailMap(first, true).values().stream()
        .anyMatch(row -> parent.equals(row.get(PARENT)) && !endsBy(row, day));
  }

  /** Sees to it that a node can carry another on from a day; makes it if it does not exist. */
  void carryOn(String old, Successor into, LocalDate day) {
    requireKnown(old);
    if (nodes.containsKey(into.node())) {
      Map<String, String> row = requireActive(into.node(), day);
      if (from(row).equals(day)) {
        touch(row);
      }
      return;
    }
    if (into.name() == null || into.name().isBlank()) {
      throw new ImpossibleChange("den nya enheten %s saknar namn".formatted(into.node()));
    }
    Map<String, String> row = new HashMap<>(requireActive(old, day.minusDays(1)));
    row.keySet().removeAll(List.of(TO, "hsa_id", "places"));
    row.put(ID, into.node());
    row.put("unit_code", into.node());
    row.put("name", into.name());
    row.put(FROM, day.toString());
    if (into.parent() != null) {
      row.put(PARENT, into.parent());
    }
    put(row);
    touch(row);
    requireAbove(row.getOrDefault(PARENT, ""), into.node(), day);
  }

  void requireSameLevel(String one, String other) {
    if (level(one) != level(other)) {
      throw new ImpossibleChange("%s och %s är inte på samma nivå".formatted(one, other));
    }
  }

  void requireAbove(String parent, String node, LocalDate day) {
    requireActive(parent, day);
    requireKnown(node);
    if (level(parent).compareTo(level(node)) >= 0) {
      throw new ImpossibleChange("%s ligger inte över %s i nivå".formatted(parent, node));
    }
  }

  private Map<String, String> requireActive(String node, LocalDate day) {
    requireKnown(node);
    Map.@Nullable Entry<LocalDate, Map<String, String>> at = versions(node).floorEntry(day);
    if (at == null) {
      throw new ImpossibleChange(
          "%s finns först från %s".formatted(node, versions(node).firstKey()));
    }
    if (endsBy(at.getValue(), day)) {
      throw new ImpossibleChange("%s upphörde %s".formatted(node, at.getValue().get(TO)));
    }
    return at.getValue();
  }

  private void requireKnown(String node) {
    if (!nodes.containsKey(node)) {
      throw new ImpossibleChange("%s finns inte i organisationen".formatted(node));
    }
  }

  private OrgLevel level(String node) {
    return OrgLevel.valueOf(text(versions(node).lastEntry().getValue(), "level"));
  }

  private NavigableMap<LocalDate, Map<String, String>> versions(String node) {
    return Objects.requireNonNull(nodes.get(node));
  }

  private static boolean endsBy(Map<String, String> row, LocalDate day) {
    String to = row.get(TO);
    return to != null && !LocalDate.parse(to).isAfter(day);
  }

  private static LocalDate from(Map<String, String> row) {
    return LocalDate.parse(text(row, FROM));
  }

  private static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column));
  }
}
