package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.wording.Wording.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A threshold as it stands in the form.
 *
 * @param rule id of the rule; empty if none is chosen
 * @param table canonical table; null for all
 * @param percent as it was written; empty for the rule's own again
 * @param reason why
 */
record ThresholdDraft(String rule, @Nullable String table, String percent, String reason) {
  static final int LONGEST_REASON = 1000;
  private static final int SHORTEST_REASON = 10;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** A part of the form. */
  enum Part {
    RULE,
    PERCENT,
    REASON
  }

  ThresholdDraft {
    percent = percent.replace("%", "").strip();
    reason = reason.strip();
  }

  /** What is wrong with which part, in sentences; empty if nothing is. */
  Map<Part, String> mistakes(IdentitySearch identities) {
    Map<Part, String> mistakes = new EnumMap<>(Part.class);
    if (rule.isEmpty()) {
      mistakes.put(Part.RULE, text("quality.form.rule.missing"));
    }
    if (!percent.isEmpty() && share().isEmpty()) {
      mistakes.put(Part.PERCENT, text("quality.form.percent.wrong"));
    }
    if (reason.length() < SHORTEST_REASON) {
      mistakes.put(Part.REASON, text("quality.form.reason.missing"));
    } else if (reason.length() > LONGEST_REASON) {
      mistakes.put(Part.REASON, text("quality.form.reason.long"));
    } else if (identities.suspects(reason)) {
      mistakes.put(Part.REASON, text("quality.form.reason.identity"));
    }
    return mistakes;
  }

  /** The share, 0 to 1; empty if there is none between 0 and 100 per cent. */
  Optional<Double> share() {
    try {
      BigDecimal number = new BigDecimal(percent.replace(',', '.'));
      return number.signum() < 0 || number.compareTo(HUNDRED) > 0 || number.scale() > 4
          ? Optional.empty()
          : Optional.of(number.movePointLeft(2).doubleValue());
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /** The change that the draft asks for; only of one without mistakes. */
  MovedThreshold by(String user, Instant now) {
    return new MovedThreshold(rule, table, share().orElse(null), reason, user, now);
  }
}
