package se.helhetssyn.ui.indicator;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.Optional;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.ValueKind;
import se.helhetssyn.analytics.stats.Assurance;
import se.helhetssyn.ui.wording.SwedishNumbers;

/** Puts an indicator's target into Swedish words. */
public final class Targets {
  private Targets() {}

  /** The target, or that there is none. */
  public static String sentence(IndicatorInfo indicator) {
    return amount(indicator).map(amount -> text("target", amount)).orElse(text("target.none"));
  }

  /** The target, and whether it can be expected to be met where that can be told. */
  public static String sentence(Trend trend) {
    String target = sentence(trend.indicator());
    return trend
        .assurance()
        .map(assurance -> text("target.and", target, sentence(assurance)))
        .orElse(target);
  }

  /** The target with its unit; empty where none is stated. */
  public static Optional<String> amount(IndicatorInfo indicator) {
    return Optional.ofNullable(indicator.target()).map(target -> amount(indicator, target));
  }

  /** A level in the unit of the indicator's main series. */
  public static String amount(IndicatorInfo indicator, double level) {
    boolean share = FigurePoints.kind(indicator) == ValueKind.SHARE;
    double number = share ? level * 100 : level;
    boolean whole = Math.abs(number - Math.rint(number)) < 1e-9;
    String amount = SwedishNumbers.decimal(number, whole ? 0 : 1);
    return share ? amount + '\u00a0' + text("unit.share") : amount;
  }

  /** Whether the target can be expected to be met. */
  private static String sentence(Assurance assurance) {
    return switch (assurance) {
      case MET -> text("assurance.met");
      case NOT_MET -> text("assurance.not-met");
      case HIT_AND_MISS -> text("assurance.hit-and-miss");
      case NOT_JUDGED -> "";
    };
  }
}
