package se.helhetssyn.pipelines.measure;

import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.pipelines.measure.Organisation.Belonging;

/** The places and periods that rows are counted in, numbered. */
public final class Grid implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private static final int[] NOWHERE = {};

  private final ArrayList<Node> nodes = new ArrayList<>();
  private final ArrayList<Period> periods = new ArrayList<>();
  private final String leastCertain;
  private final HashSet<String> known = new HashSet<>();
  private final HashMap<String, Stretch[]> then = new HashMap<>();
  private final HashMap<String, Stretch[]> now = new HashMap<>();

  /** Periods that hold a day, and those that end with it, by day since 1970. */
  private final HashMap<Integer, int[]> holding = new HashMap<>();

  private final HashMap<Integer, int[]> ending = new HashMap<>();

  /**
   * A node of the tree or a group of units.
   *
   * @param id of the node, or the group's code
   */
  public record Node(OrgLevel level, String id) implements Serializable {}

  /** The nodes that rows of an anchor belong to during {@code [from, to)}, days since 1970. */
  private static final class Stretch implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;
    private final int[] nodes;

    Stretch(int from, int to, int[] nodes) {
      this.from = from;
      this.to = to;
      this.nodes = nodes;
    }

    boolean holds(int day) {
      return from <= day && day < to;
    }
  }

  private Grid(String leastCertain) {
    this.leastCertain = leastCertain;
  }

  /** The grid of a run. */
  public static Grid of(Organisation organisation, Horizon horizon) {
    Grid grid = new Grid(organisation.leastCertain());
    organisation.all().forEach(version -> grid.known.add(version.id()));
    OrganisationToday today = organisation.today(horizon.lastKnownDay());
    Map<Node, Integer> numbers = new LinkedHashMap<>();
    grid.place(organisation.belongings(), numbers, grid.then);
    Set<String> regrouped = today.regrouped();
    grid.place(
        today.belongings().stream().filter(b -> regrouped.contains(b.node())).toList(),
        numbers,
        grid.now);
    grid.nodes.addAll(numbers.keySet());
    for (PeriodKind kind : PeriodKind.values()) {
      grid.periods.addAll(horizon.periods(kind));
    }
    grid.index();
    grid.periods.addAll(horizon.marchYears());
    return grid;
  }

  private void place(
      List<Belonging> belongings, Map<Node, Integer> numbers, Map<String, Stretch[]> places) {
    Map<String, List<Belonging>> byAnchor = new LinkedHashMap<>();
    belongings.forEach(b -> byAnchor.computeIfAbsent(b.anchor(), a -> new ArrayList<>()).add(b));
    byAnchor.forEach((anchor, own) -> places.put(anchor, stretches(own, numbers)));
  }

  private static Stretch[] stretches(List<Belonging> own, Map<Node, Integer> numbers) {
    int[] turns =
        own.stream()
            .flatMapToInt(b -> IntStream.of(day(b.from()), day(b.to())))
            .distinct()
            .sorted()
            .toArray();
    Stretch[] stretches = new Stretch[turns.length - 1];
    for (int i = 1; i < turns.length; i++) {
      int from = turns[i - 1];
      int[] nodes =
          own.stream()
              .filter(b -> day(b.from()) <= from && from < day(b.to()))
              .mapToInt(
                  b -> numbers.computeIfAbsent(new Node(b.level(), b.node()), n -> numbers.size()))
              .toArray();
      stretches[i - 1] = new Stretch(from, turns[i], nodes);
    }
    return stretches;
  }

  private static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  private void index() {
    Map<Integer, List<Integer>> hold = new HashMap<>();
    Map<Integer, List<Integer>> end = new HashMap<>();
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      for (int d = day(period.start()); d <= day(period.lastDay()); d++) {
        hold.computeIfAbsent(d, x -> new ArrayList<>()).add(i);
      }
      end.computeIfAbsent(day(period.lastDay()), x -> new ArrayList<>()).add(i);
    }
    hold.forEach((d, found) -> holding.put(d, numbers(found)));
    end.forEach((d, found) -> ending.put(d, numbers(found)));
  }

  private static int[] numbers(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The numbered nodes. */
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** The numbered periods; years that begin with March come last. */
  public List<Period> periods() {
    return List.copyOf(periods);
  }

  OrgLevel level(int node) {
    return nodes.get(node).level();
  }

  PeriodKind kind(int period) {
    return periods.get(period).kind();
  }

  /** Periods that hold a day. */
  int[] holding(int day) {
    return holding.getOrDefault(day, NOWHERE);
  }

  /** Periods that end with a day. */
  int[] ending(int day) {
    return ending.getOrDefault(day, NOWHERE);
  }

  /** Nodes that rows of a unit belong to that day; of an unknown unit, where it is certain. */
  int[] then(@Nullable String unit, int day) {
    return on(then, unit, day);
  }

  /** Nodes of the last known day that the rows belong to, and that are made of other rows then. */
  int[] now(@Nullable String unit, int day) {
    return on(now, unit, day);
  }

  private int[] on(Map<String, Stretch[]> places, @Nullable String unit, int day) {
    String anchor = unit == null || !known.contains(unit) ? leastCertain : unit;
    Stretch[] stretches = places.get(anchor);
    if (stretches != null) {
      for (Stretch s : stretches) {
        if (s.holds(day)) {
          return s.nodes;
        }
      }
    }
    return NOWHERE;
  }
}
