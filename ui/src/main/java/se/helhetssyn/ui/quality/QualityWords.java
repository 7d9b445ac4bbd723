package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.wording.Wording.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.quality.CheckStatus;
import se.helhetssyn.ui.wording.SwedishNumbers;

/** Codes and counts of data quality in Swedish words. */
final class QualityWords {
  private static final double SMALLEST_SHARE = 0.001;

  private QualityWords() {}

  /** The source's name; a sentence where nobody says. */
  static String source(String system) {
    return system.isEmpty() ? text("quality.source.none") : system;
  }

  static String severity(String code) {
    return switch (code) {
      case "ERROR" -> text("quality.severity.error");
      case "WARNING" -> text("quality.severity.warning");
      case "INFO" -> text("quality.severity.info");
      default -> code;
    };
  }

  static String treatment(String code) {
    return switch (code) {
      case "FLAGGED" -> text("quality.treatment.flagged");
      case "REPAIRED" -> text("quality.treatment.repaired");
      case "QUARANTINED" -> text("quality.treatment.quarantined");
      case "REJECTED" -> text("quality.treatment.rejected");
      case "DROPPED" -> text("quality.treatment.dropped");
      default -> code;
    };
  }

  static String category(String code) {
    return switch (code) {
      case "CONFORMANCE" -> text("quality.category.conformance");
      case "COMPLETENESS" -> text("quality.category.completeness");
      case "PLAUSIBILITY" -> text("quality.category.plausibility");
      default -> code;
    };
  }

  static String context(String code) {
    return switch (code) {
      case "VERIFICATION" -> text("quality.context.verification");
      case "VALIDATION" -> text("quality.context.validation");
      default -> code;
    };
  }

  static String status(CheckStatus status) {
    return switch (status) {
      case ERROR -> text("quality.status.error");
      case NOT_APPLICABLE -> text("quality.status.not-applicable");
      case FAILED -> text("quality.status.failed");
      case PASSED -> text("quality.status.passed");
    };
  }

  /** A count of rows; words where it is not told. */
  static String rows(@Nullable Long rows) {
    return rows == null ? text("quality.hidden") : SwedishNumbers.whole(rows);
  }

  /** A count in a sentence, with the key of a single one and that of several. */
  static String counted(String one, String several, long count) {
    return text(count == 1 ? one : several, SwedishNumbers.whole(count));
  }

  /** How large a part of the rows; words where it is not told, nothing of nothing. */
  static String share(@Nullable Long part, long of) {
    if (of <= 0) {
      return "";
    }
    if (part == null) {
      return text("quality.hidden");
    }
    double share = (double) part / of;
    if (part > 0 && share < SMALLEST_SHARE) {
      return text("quality.share.tiny");
    }
    return percent(share, part == 0 || part == of ? 0 : 1);
  }

  /** A threshold with the decimals it needs, at most the four that can be written. */
  static String threshold(double share) {
    BigDecimal percent =
        BigDecimal.valueOf(share)
            .movePointRight(2)
            .setScale(4, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return percent(share, Math.max(0, percent.scale()));
  }

  private static String percent(double share, int decimals) {
    return SwedishNumbers.decimal(share * 100, decimals) + '\u00a0' + text("unit.share");
  }

  /** For example {@code a, b och c}. */
  static String list(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : text(
            "quality.and", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
  }
}
