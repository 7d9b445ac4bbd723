package se.helhetssyn.datasets.quality;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Every rule that deliveries are held against, as {@code rules.yaml} lists them.
 *
 * @param rules in the order of the file; no id stands twice
 */
public record QualityRules(List<QualityRule> rules) {
  private static final String FILE = "rules.yaml";

  public QualityRules {
    rules = List.copyOf(rules);
  }

  /** Reads the rules that belong to the program. */
  public static QualityRules load() {
    try (InputStream yaml = QualityRules.class.getResourceAsStream(FILE)) {
      if (yaml == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return QualityRulesReader.read(FILE, yaml);
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " cannot be read", e);
    }
  }

  /** The rule of that id, or empty. */
  public Optional<QualityRule> find(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** The rule of that id; throws {@link IllegalArgumentException} if there is none. */
  public QualityRule require(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("No rule " + id));
  }
}
