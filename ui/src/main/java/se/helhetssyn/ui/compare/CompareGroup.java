package se.helhetssyn.ui.compare;

import java.util.List;
import java.util.Optional;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.ui.organisation.OrgTree;

/**
 * The units that may be compared with each other, seen from an organisation node.
 *
 * @param scope the node they are compared within; its own figure is the level they are read against
 * @param marked the unit the page starts from; empty where it starts from a node above units
 * @param units in the order of their names; those of the marked unit's type where there is one
 */
record CompareGroup(OrgNode scope, Optional<OrgNode> marked, List<OrgNode> units) {
  CompareGroup {
    units = List.copyOf(units);
  }

  /**
   * The group of a node: the units below it, or for a unit the like ones of its division, which is
   * the whole organisation where there are no divisions.
   */
  static CompareGroup of(OrgTree organisation, OrgNode node) {
    if (node.level() != OrgLevel.UNIT) {
      return new CompareGroup(node, Optional.empty(), units(organisation, node));
    }
    OrgNode scope =
        organisation.above(node).stream()
            .filter(above -> above.level() == OrgLevel.DIVISION)
            .findFirst()
            .or(organisation::root)
            .orElse(node);
    List<OrgNode> alike =
        units(organisation, scope).stream()
            .filter(unit -> unit.unitType().equals(node.unitType()))
            .toList();
    return new CompareGroup(scope, Optional.of(node), alike);
  }

  private static List<OrgNode> units(OrgTree organisation, OrgNode scope) {
    return organisation.nodes().stream()
        .filter(node -> node.level() == OrgLevel.UNIT)
        .filter(unit -> organisation.above(unit).contains(scope))
        .toList();
  }
}
