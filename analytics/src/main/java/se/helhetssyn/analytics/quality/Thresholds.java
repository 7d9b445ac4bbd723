package se.helhetssyn.analytics.quality;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shares of rows above which checks fail, in place of those that the rules come with. They are
 * applied when checks are read, so that changing them needs no new run.
 *
 * @param limits in any order; no rule and table stand twice
 */
public record Thresholds(List<Limit> limits) {
  /** Every rule keeps its own threshold. */
  public static final Thresholds NONE = new Thresholds(List.of());

  public Thresholds {
    limits = List.copyOf(limits);
  }

  /**
   * A threshold.
   *
   * @param rule id of the rule
   * @param table canonical table; null for all that have no limit of their own
   * @param share of the rows checked, 0 to 1
   */
  public record Limit(String rule, @Nullable String table, double share) {
    boolean isAbout(String otherRule, @Nullable String otherTable) {
      return rule.equals(otherRule) && Objects.equals(table, otherTable);
    }
  }

  /**
   * Reads a file, a YAML list of entries like {@code {rule: DQ16, table: plan, share: 0.02}}.
   *
   * @throws ThresholdsException with everything that is wrong with it
   */
  public static Thresholds read(Path file) {
    return new ThresholdsReader(file).read();
  }

  /**
   * The share that holds for a rule and table.
   *
   * @param otherwise the rule's own
   */
  public double share(String rule, String table, double otherwise) {
    return find(rule, table).or(() -> find(rule, null)).map(Limit::share).orElse(otherwise);
  }

  private Optional<Limit> find(String rule, @Nullable String table) {
    return limits.stream().filter(limit -> limit.isAbout(rule, table)).findFirst();
  }

  /** Throws {@link ThresholdsException} if a limit is about a rule that is none of these. */
  void requireRules(Set<String> known) {
    List<String> unknown =
        limits.stream().map(Limit::rule).filter(rule -> !known.contains(rule)).distinct().toList();
    if (!unknown.isEmpty()) {
      throw new ThresholdsException(
          "Gränserna kan inte användas: regeln finns inte: %s."
              .formatted(String.join(", ", unknown)));
    }
  }
}
