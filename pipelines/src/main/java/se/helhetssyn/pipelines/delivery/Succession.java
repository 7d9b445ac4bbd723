package se.helhetssyn.pipelines.delivery;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * A person's key that was replaced.
 *
 * @param oldKey the key before
 * @param newKey the one that took its place
 * @param changedAt when, as delivered; empty if nobody says
 */
public record Succession(String oldKey, String newKey, String changedAt) {
  private static final Comparator<Succession> BY_DAY =
      Comparator.comparing(Succession::changedAt).thenComparing(Succession::newKey);

  /** Replaced key → the key that took its place; of several changes the last holds. */
  public static Map<String, String> map(Collection<Succession> successions) {
    Map<String, String> map = new HashMap<>();
    successions.stream().sorted(BY_DAY).forEach(each -> map.put(each.oldKey(), each.newKey()));
    return map;
  }
}
