package se.helhetssyn.pipelines.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.measure.Organisation.Change;
import se.helhetssyn.pipelines.measure.Organisation.Version;

/**
 * Which node carries on what another one was: changes are followed one after the other, each to
 * what came of it on its date. Where several nodes carry one on, or none does, its rows belong to
 * the lowest node that is certain: the one that holds them all, or the one that held it.
 */
final class Carried {
  private final Organisation organisation;
  private final LocalDate today;
  private final Map<String, NavigableMap<LocalDate, Set<String>>> successors = new HashMap<>();
  private final Map<Moment, String> found = new HashMap<>();

  Carried(Organisation organisation, List<Change> changes, LocalDate today) {
    this.organisation = organisation;
    this.today = today;
    changes.stream().filter(this::isKnown).forEach(this::add);
  }

  private record Moment(String node, LocalDate day) {}

  private boolean isKnown(Change change) {
    return !change.date().isAfter(today)
        && !organisation.versions(change.predecessor()).isEmpty()
        && !organisation.versions(change.successor()).isEmpty();
  }

  private void add(Change change) {
    Set<String> next =
        successors
            .computeIfAbsent(change.predecessor(), id -> new TreeMap<>())
            .computeIfAbsent(change.date(), date -> new TreeSet<>());
    next.add(change.successor());
    if (change.splits() && isActive(change.predecessor(), change.date())) {
      next.add(change.predecessor());
    }
  }

  private boolean isActive(String node, LocalDate day) {
    return organisation.versions(node).stream()
        .anyMatch(v -> !v.from().isAfter(day) && v.to().isAfter(day));
  }

  /** Days on which what a node's rows become changes, in order. */
  List<LocalDate> turns(String node) {
    return List.copyOf(changes(node).navigableKeySet());
  }

  private NavigableMap<LocalDate, Set<String>> changes(String node) {
    return successors.getOrDefault(node, new TreeMap<>());
  }

  /** The node that a node's rows of a day belong to today. */
  String on(String node, LocalDate day) {
    return on(new Moment(node, day), new HashSet<>());
  }

  private String on(Moment moment, Set<Moment> passed) {
    String known = found.get(moment);
    if (known == null) {
      known = passed.add(moment) ? follow(moment, passed) : above(moment, passed);
      found.put(moment, known);
    }
    return known;
  }

  private String follow(Moment moment, Set<Moment> passed) {
    boolean gone = isGone(moment.node());
    Map.@Nullable Entry<LocalDate, Set<String>> change =
        changes(moment.node()).higherEntry(moment.day());
    if (change == null && gone) {
      change = changes(moment.node()).lastEntry();
    }
    if (change == null) {
      return gone ? above(moment, passed) : moment.node();
    }
    Set<String> today = new TreeSet<>();
    for (String next : change.getValue()) {
      today.add(on(new Moment(next, change.getKey()), passed));
    }
    return lowestAbove(today);
  }

  private boolean isGone(String node) {
    return organisation.versions(node).stream().noneMatch(v -> v.to().isAfter(today));
  }

  private String above(Moment moment, Set<Moment> passed) {
    String parent = organisation.on(moment.node(), moment.day()).parent();
    return parent == null ? moment.node() : on(new Moment(parent, moment.day()), passed);
  }

  private String lowestAbove(Set<String> nodes) {
    List<String> common = new ArrayList<>();
    for (String node : nodes) {
      List<String> line = line(node).stream().map(Version::id).toList();
      if (common.isEmpty()) {
        common.addAll(line);
      } else {
        common.retainAll(line);
      }
      if (common.isEmpty()) {
        return organisation.leastCertain();
      }
    }
    return common.getFirst();
  }

  /** A node and those above it today, from the lowest. */
  List<Version> line(String node) {
    List<Version> line = new ArrayList<>();
    @Nullable String next = node;
    while (next != null) {
      Version version = organisation.on(next, today);
      line.add(version);
      next = version.parent();
    }
    return line;
  }
}
