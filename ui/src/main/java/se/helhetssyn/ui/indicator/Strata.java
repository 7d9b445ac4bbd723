package se.helhetssyn.ui.indicator;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.Comparator;
import java.util.List;
import se.helhetssyn.analytics.mart.Stratum;

/** Puts parts of a population into Swedish words. */
public final class Strata {
  private static final List<String> SHOWN_FIRST =
      List.of("FALL", "PRESSURE_ULCER", "MALNUTRITION", "ORAL_HEALTH", "BLADDER_DYSFUNCTION");

  /** The known ones in the order of the profession, then the others by their code. */
  public static final Comparator<Stratum> ORDER =
      Comparator.comparing(Stratum::dimension)
          .thenComparingInt(Strata::place)
          .thenComparing(Stratum::value);

  private Strata() {}

  private static int place(Stratum stratum) {
    int place = SHOWN_FIRST.indexOf(stratum.value());
    return place < 0 ? SHOWN_FIRST.size() : place;
  }

  /** The stratum's name; its code where it has none. */
  public static String name(Stratum stratum) {
    return switch (stratum.dimension()) {
      case "LAW" -> law(stratum.value());
      case "CATEGORY" -> category(stratum.value());
      case "CARE_FORM" -> careForm(stratum.value());
      default -> other(stratum.value());
    };
  }

  private static String law(String code) {
    return switch (code) {
      case "HSL" -> text("stratum.law.hsl");
      case "SOL" -> text("stratum.law.sol");
      case "OTHER" -> text("stratum.law.other");
      default -> code;
    };
  }

  private static String category(String code) {
    return switch (code) {
      case "MEDICATION" -> text("stratum.category.medication");
      case "COMMUNICATION" -> text("stratum.category.communication");
      case "DEVICE" -> text("stratum.category.device");
      case "INFECTION" -> text("stratum.category.infection");
      case "RESOURCES" -> text("stratum.category.resources");
      case "CARE_TREATMENT" -> text("stratum.category.care-treatment");
      case "HYGIENE" -> text("stratum.category.hygiene");
      case "TREATMENT_OF_PERSON" -> text("stratum.category.treatment-of-person");
      case "MISSED_SOL_INTERVENTION" -> text("stratum.category.missed-sol-intervention");
      case "EXTERNAL" -> text("stratum.category.external");
      case "OTHER" -> text("stratum.category.other");
      default -> other(code);
    };
  }

  private static String careForm(String code) {
    return switch (code) {
      case "RESIDENTIAL" -> text("stratum.care-form.residential");
      case "HOME_CARE" -> text("stratum.care-form.home-care");
      case "HOME_HEALTH" -> text("stratum.care-form.home-health");
      default -> code;
    };
  }

  private static String other(String code) {
    return switch (code) {
      case "FALL" -> text("stratum.fall");
      case "PRESSURE_ULCER" -> text("stratum.pressure-ulcer");
      case "MALNUTRITION" -> text("stratum.malnutrition");
      case "ORAL_HEALTH" -> text("stratum.oral-health");
      case "BLADDER_DYSFUNCTION" -> text("stratum.bladder-dysfunction");
      case "1-2", "3-6", "8-16" -> code.replace("-", "\u2060–\u2060");
      case "RISK" -> text("stratum.event.risk");
      case "NEAR_MISS" -> text("stratum.event.near-miss");
      case "HARM" -> text("stratum.event.harm");
      case "LEX_SARAH" -> text("stratum.lex.sarah");
      case "LEX_MARIA" -> text("stratum.lex.maria");
      case "IMPLEMENTATION_PLAN" -> text("stratum.plan.implementation");
      case "HEALTH_PLAN" -> text("stratum.plan.health");
      case "WORK_ENVIRONMENT" -> text("stratum.special.work-environment");
      case "PATIENT_SAFETY" -> text("stratum.special.patient-safety");
      case "BOTH" -> text("stratum.special.both");
      default -> code;
    };
  }

  /** What a population is divided by; its code where it has no name. */
  public static String dimension(String code) {
    return switch (code) {
      case "AREA" -> text("dimension.area");
      case "LAW" -> text("dimension.law");
      case "CATEGORY" -> text("dimension.category");
      case "RISK_BAND" -> text("dimension.risk-band");
      case "EVENT_CLASS" -> text("dimension.event-class");
      case "LEX" -> text("dimension.lex");
      case "PLAN_TYPE" -> text("dimension.plan-type");
      case "KIND" -> text("dimension.kind");
      case "CARE_FORM" -> text("dimension.care-form");
      default -> code;
    };
  }
}
