package se.helhetssyn.ui.compare;

import static se.helhetssyn.ui.wording.Wording.text;

import se.helhetssyn.analytics.mart.OrgLevel;

/** Puts what kind of unit it is, who runs it and what it belongs to into Swedish words. */
final class UnitWords {
  private UnitWords() {}

  /** The name of a unit type; its code where it has none. */
  static String type(String code) {
    return switch (code) {
      case "RESIDENTIAL_CARE" -> text("compare.type.residential-care");
      case "HOME_CARE" -> text("compare.type.home-care");
      case "HOME_HEALTH_CARE" -> text("compare.type.home-health-care");
      case "SHORT_TERM_CARE" -> text("compare.type.short-term-care");
      case "REHAB" -> text("compare.type.rehab");
      case "" -> text("compare.type.none");
      default -> code;
    };
  }

  /** The name of a provider form; its code where it has none. */
  static String provider(String code) {
    return switch (code) {
      case "OWN" -> text("compare.provider.own");
      case "EXTERNAL" -> text("compare.provider.external");
      case "" -> text("compare.provider.none");
      default -> code;
    };
  }

  /** What the figure of a node of this level is called where units are read against it. */
  static String level(OrgLevel level) {
    return switch (level) {
      case MUNICIPALITY -> text("compare.level.municipality");
      case DIVISION -> text("compare.level.division");
      case SERVICE_AREA -> text("compare.level.service-area");
      case UNIT -> text("compare.level.unit");
      case UNIT_TYPE, PROVIDER_FORM, UNIT_TYPE_PROVIDER -> text("compare.level.group");
    };
  }
}
