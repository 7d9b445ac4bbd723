package se.helhetssyn.pipelines.inbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.helhetssyn.pipelines.inbox.OrganisationChange.Successor;

/** The organisation as it was delivered, and what decided changes make of it. */
final class Reorganisation {
  private NodeVersions nodes;
  private SortedMap<List<String>, Map<String, String>> successions = new TreeMap<>(ByText.ORDER);

  private Reorganisation(NodeVersions nodes) {
    this.nodes = nodes;
  }

  /** The organisation of rows of {@code org_unit}; those without a day they hold from are none. */
  static Reorganisation of(Collection<Map<String, String>> rows) {
    return new Reorganisation(NodeVersions.of(rows));
  }

  /** Rows of {@code org_unit} that the changes have to do with. */
  List<Map<String, String>> units() {
    return nodes.touched();
  }

  /** Rows of {@code org_succession}, one for each that carries another on. */
  List<Map<String, String>> successions() {
    return List.copyOf(successions.values());
  }

  /**
   * Carries changes out one after the other, or none of them.
   *
   * @return why not: a clause without a full stop; empty if they were
   */
  Optional<String> apply(List<OrganisationChange> changes) {
    NodeVersions before = nodes.copy();
    SortedMap<List<String>, Map<String, String>> told = new TreeMap<>(successions);
    try {
      changes.forEach(this::apply);
      return Optional.empty();
    } catch (ImpossibleChange impossible) {
      nodes = before;
      successions = told;
      return Optional.of(Objects.requireNonNull(impossible.getMessage()));
    }
  }

  private void apply(OrganisationChange change) {
    LocalDate day = change.day();
    switch (change.kind()) {
      case MERGE -> merge(change, day);
      case SPLIT -> split(change, day);
      case RENAME -> {
        nodes.change(change.unit(), day, "name", Objects.requireNonNull(change.name()));
        told(change.unit(), change.unit(), change);
      }
      case MOVE -> {
        String parent = Objects.requireNonNull(change.parent());
        nodes.requireAbove(parent, change.unit(), day);
        nodes.change(change.unit(), day, "parent_id", parent);
        told(change.unit(), change.unit(), change);
      }
      case CLOSE -> {
        nodes.close(change.unit(), day);
        told(change.unit(), change.unit(), change);
      }
    }
  }

  private void merge(OrganisationChange change, LocalDate day) {
    Successor into = change.into().getFirst();
    List<String> gone = new ArrayList<>(change.units());
    gone.removeIf(into.node()::equals);
    if (gone.isEmpty()) {
      throw new ImpossibleChange("%s kan inte gå upp i sig själv".formatted(into.node()));
    }
    nodes.carryOn(gone.getFirst(), into, day);
    gone.forEach(unit -> {
      nodes.requireSameLevel(unit, into.node());
      nodes.close(unit, day);
      told(unit, into.node(), change);
    });
  }

  private void split(OrganisationChange change, LocalDate day) {
    String unit = change.unit();
    boolean goesOn = false;
    for (Successor into : change.into()) {
      nodes.carryOn(unit, into, day);
      nodes.requireSameLevel(unit, into.node());
      told(unit, into.node(), change);
      goesOn |= unit.equals(into.node());
    }
    if (!goesOn) {
      nodes.close(unit, day);
    }
  }

  private void told(String predecessor, String successor, OrganisationChange change) {
    String day = change.day().toString();
    successions.put(
        List.of(predecessor, successor, day),
        Map.of(
            "predecessor_id", predecessor,
            "successor_id", successor,
            "change_date", day,
            "change_type", change.kind().name()));
  }
}
