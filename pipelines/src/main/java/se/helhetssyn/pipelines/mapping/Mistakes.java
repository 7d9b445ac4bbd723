package se.helhetssyn.pipelines.mapping;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Everything that is wrong with a mapping, so that it can be told at once. */
final class Mistakes {
  private static final int FARTHEST = 3;

  private final Path file;
  private final Set<String> found = new LinkedHashSet<>();

  Mistakes(Path file) {
    this.file = file;
  }

  /** Remembers a mistake: a clause without a full stop. */
  void add(YamlTree where, String what) {
    found.add(where + ": " + what);
  }

  void add(String what) {
    found.add(what);
  }

  void refuseIfAny() {
    if (!found.isEmpty()) {
      throw refusal();
    }
  }

  Refusal refusal() {
    String listed =
        found.size() == 1 ? " " + found.iterator().next() : "\n  - " + String.join("\n  - ", found);
    return Refusal.badConfiguration(
        "Mappningen %s kan inte användas:%s.".formatted(file.getFileName(), listed));
  }

  /** A clause that names the known word nearest to another one; empty if none is near. */
  static String meant(String word, Collection<String> known) {
    LevenshteinDistance distance = new LevenshteinDistance(FARTHEST);
    String lower = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(k -> between(distance, lower, k) >= 0)
        .min(
            Comparator.<String>comparingInt(k -> between(distance, lower, k))
                .thenComparing(Comparator.naturalOrder()))
        .map("; menade du %s?"::formatted)
        .map(clause -> clause.substring(0, clause.length() - 1))
        .orElse("");
  }

  private static int between(LevenshteinDistance distance, String word, String known) {
    return distance.apply(word, known.toLowerCase(Locale.ROOT));
  }
}
