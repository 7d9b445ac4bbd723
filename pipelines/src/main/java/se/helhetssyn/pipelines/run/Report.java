package se.helhetssyn.pipelines.run;

import java.util.Locale;
import se.helhetssyn.analytics.mart.Manifest;

/** Says in Swedish what a run did. */
public final class Report {
  private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

  private Report() {}

  /** Where a table's rows went, in one line. */
  static String conservation(Manifest.TableCount t) {
    return String.format(
        SWEDISH,
        "  %-22s %,9d rader = %,d betrodda + %,d i karantän + %,d dubbletter + %,d som inte tas in%s",
        t.table(),
        t.delivered(),
        t.trusted(),
        t.quarantined(),
        t.duplicates(),
        t.rejected(),
        t.unmapped() == 0 ? "" : String.format(SWEDISH, " (%,d på okänd enhet)", t.unmapped()));
  }

  /** What was published, in two lines. */
  public static String published(Manifest manifest) {
    return "Publicerad: generation %s, uppgifter %s–%s, räknad per %s.%n%s"
        .formatted(
            manifest.generation(),
            manifest.deliveredFrom(),
            manifest.deliveredTo(),
            manifest.asOf(),
            manifest.protection());
  }
}
