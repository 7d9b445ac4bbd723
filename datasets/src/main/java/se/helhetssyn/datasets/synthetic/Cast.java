package se.helhetssyn.datasets.synthetic;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Which unit plays which part. The first three parts are always given and need three units; the
 * others go to units without a part as far as they last, each at a unit of its own.
 *
 * @param improving residential unit of the improvement
 * @param struck residential unit of the outbreak
 * @param worsening home-care unit whose deviations stay open longer
 * @param slipping residential unit whose preventive actions are no longer carried out
 * @param carrying residential unit whose minutes items are carried over
 * @param helped home-care unit where an initiative starts
 * @param compared home-care unit that the helped one is compared with
 * @param merging two residential units that become one, or none
 * @param renamed home-care unit that gets a new name
 */
record Cast(
    Unit improving,
    Unit struck,
    Unit worsening,
    Optional<Unit> slipping,
    Optional<Unit> carrying,
    Optional<Unit> helped,
    Optional<Unit> compared,
    List<Unit> merging,
    Optional<Unit> renamed) {

  static Cast of(List<Unit> residential, List<Unit> homeCare) {
    Unit improving = residential.get(residential.size() / 3);
    Unit struck = residential.get(residential.size() * 2 / 3);
    Unit worsening = homeCare.get(homeCare.size() / 2);
    Deque<Unit> homes = without(residential, List.of(improving, struck));
    Deque<Unit> rounds = without(homeCare, List.of(worsening));
    return new Cast(
        improving,
        struck,
        worsening,
        Optional.ofNullable(homes.pollFirst()),
        Optional.ofNullable(homes.pollFirst()),
        Optional.ofNullable(rounds.pollFirst()),
        Optional.ofNullable(rounds.pollFirst()),
        homes.size() < 2 ? List.of() : List.of(homes.removeLast(), homes.removeLast()),
        Optional.ofNullable(rounds.pollLast()));
  }

  private static Deque<Unit> without(List<Unit> units, Collection<Unit> taken) {
    Deque<Unit> left = new ArrayDeque<>(units);
    left.removeAll(taken);
    return left;
  }
}
