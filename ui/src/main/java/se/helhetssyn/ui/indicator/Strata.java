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
    return switch (stratum.value()) {
      case "FALL" -> text("stratum.fall");
      case "PRESSURE_ULCER" -> text("stratum.pressure-ulcer");
      case "MALNUTRITION" -> text("stratum.malnutrition");
      case "ORAL_HEALTH" -> text("stratum.oral-health");
      case "BLADDER_DYSFUNCTION" -> text("stratum.bladder-dysfunction");
      default -> stratum.value();
    };
  }
}
