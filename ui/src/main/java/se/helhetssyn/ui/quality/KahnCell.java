package se.helhetssyn.ui.quality;

import java.util.Optional;
import se.helhetssyn.analytics.quality.RuleText;
import se.helhetssyn.ui.wording.Wording;

/**
 * One cell of the matrix of Kahn et al. 2016: rules of one kind with one kind of yardstick.
 *
 * @param category as the rules spell it
 * @param context as the rules spell it
 */
record KahnCell(String category, String context) {
  private static final String BETWEEN = ".";

  /** Reads a cell from an address; empty if it is not one. */
  static Optional<KahnCell> read(String code) {
    int dot = code.indexOf(BETWEEN);
    return dot < 0
        ? Optional.empty()
        : Optional.of(new KahnCell(code.substring(0, dot), code.substring(dot + 1)));
  }

  /** As it stands in an address. */
  String code() {
    return category + BETWEEN + context;
  }

  boolean holds(RuleText rule) {
    return rule.category().equals(category) && rule.context().equals(context);
  }

  /** In words. */
  String words() {
    return QualityWords.category(category)
        + ", "
        + QualityWords.context(context).toLowerCase(Wording.SWEDISH);
  }
}
