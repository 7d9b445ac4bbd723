package se.helhetssyn.pipelines.measure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.pipelines.measure.Organisation.Belonging;
import se.helhetssyn.pipelines.measure.Organisation.Version;

/**
 * Rows of all times under the organisation of one day: each belongs to the node that carries its
 * own on, and to those above that one on that day.
 */
public final class OrganisationToday {
  private final Organisation organisation;
  private final Carried carried;

  OrganisationToday(Organisation organisation, Carried carried) {
    this.organisation = organisation;
    this.carried = carried;
  }

  /** Every node's own and higher nodes, for rows of every day. */
  public List<Belonging> belongings() {
    return joined(placed(organisation.lasting()).toList());
  }

  /** When each node was active, itself or as what it carries on. */
  public Stream<Belonging> activeNodes() {
    return placed(organisation.all().stream().filter(Version::counted).toList());
  }

  /** Nodes that are not made of the same rows as under the organisation of each day. */
  public Set<String> regrouped() {
    Map<String, List<Belonging>> then = byNode(joined(organisation.belongings()));
    Map<String, List<Belonging>> now = byNode(belongings());
    Set<String> nodes = new TreeSet<>(then.keySet());
    nodes.addAll(now.keySet());
    nodes.removeIf(
        node -> then.getOrDefault(node, List.of()).equals(now.getOrDefault(node, List.of())));
    return nodes;
  }

  private static Map<String, List<Belonging>> byNode(List<Belonging> belongings) {
    return belongings.stream().collect(groupingBy(Belonging::node, TreeMap::new, toList()));
  }

  private Stream<Belonging> placed(List<Version> versions) {
    return versions.stream().flatMap(version -> parts(version).stream());
  }

  /** A version cut where what its rows become changes. */
  private List<Belonging> parts(Version version) {
    List<LocalDate> cuts = new ArrayList<>(List.of(version.from()));
    carried.turns(version.id()).stream()
        .filter(day -> day.isAfter(version.from()) && day.isBefore(version.to()))
        .forEach(cuts::add);
    cuts.add(version.to());
    List<Belonging> parts = new ArrayList<>();
    for (int i = 1; i < cuts.size(); i++) {
      LocalDate from = cuts.get(i - 1);
      LocalDate to = cuts.get(i);
      List<Version> line = carried.line(carried.on(version.id(), from));
      line.stream()
          .filter(Version::counted)
          .forEach(
              node -> parts.add(new Belonging(version.id(), node.id(), node.level(), from, to)));
      if (version.level() == OrgLevel.UNIT && line.getFirst().counted()) {
        line.getFirst()
            .groups()
            .forEach(g -> parts.add(new Belonging(version.id(), g.code(), g.level(), from, to)));
      }
    }
    return parts;
  }

  /** The same belongings in order, those that follow each other without a gap made one. */
  private static List<Belonging> joined(List<Belonging> belongings) {
    List<Belonging> joined = new ArrayList<>();
    belongings.stream()
        .sorted(
            Comparator.comparing(Belonging::anchor)
                .thenComparing(Belonging::node)
                .thenComparing(Belonging::level)
                .thenComparing(Belonging::from))
        .forEach(next -> {
          Belonging last = joined.isEmpty() ? next : joined.getLast();
          if (last.isFollowedBy(next)) {
            joined.set(joined.size() - 1, last.until(next.to()));
          } else {
            joined.add(next);
          }
        });
    return joined;
  }
}
