package se.helhetssyn.ui.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.helhetssyn.analytics.mart.OrgNode;

/** The organisation of a generation: who is above and below whom. */
public final class OrgTree {
  private final List<OrgNode> nodes;
  private final Map<String, OrgNode> byId;
  private final Map<String, List<OrgNode>> below;

  /**
   * Builds the tree.
   *
   * @param nodes in the order they are shown
   */
  public OrgTree(List<OrgNode> nodes) {
    this.nodes = List.copyOf(nodes);
    this.byId =
        nodes.stream().collect(toUnmodifiableMap(OrgNode::id, Function.identity(), (a, b) -> a));
    this.below =
        nodes.stream()
            .filter(node -> node.parentId().isPresent())
            .collect(groupingBy(node -> node.parentId().orElseThrow()));
  }

  /** Every node in the order it is shown. */
  public List<OrgNode> nodes() {
    return nodes;
  }

  public Optional<OrgNode> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The node above all others; empty for an empty organisation. */
  public Optional<OrgNode> root() {
    return nodes.stream().filter(node -> node.parentId().isEmpty()).findFirst();
  }

  /** The nodes right below, in the order they are shown. */
  public List<OrgNode> children(OrgNode node) {
    return below.getOrDefault(node.id(), List.of());
  }

  /** The nodes above, from the top down, without the node itself. */
  public List<OrgNode> above(OrgNode node) {
    List<OrgNode> path = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Optional<OrgNode> parent = parent(node);
    while (parent.isPresent() && seen.add(parent.get().id())) {
      path.addFirst(parent.get());
      parent = parent(parent.get());
    }
    return path;
  }

  private Optional<OrgNode> parent(OrgNode node) {
    return node.parentId().flatMap(this::find);
  }
}
