package se.helhetssyn.datasets.quality;

import static java.util.stream.Collectors.joining;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.stream.Stream;
import se.helhetssyn.datasets.quality.QualityRule.Category;

/** The rules as a Swedish reference for those who deliver and those who judge, in Markdown. */
public final class QualityRuleReference {
  private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

  private QualityRuleReference() {}

  /** The whole reference: an overview and then every rule, by category. */
  public static String markdown(QualityRules rules) {
    return """
    # Regler för datakvalitet

    Den här sidan är gjord ur reglerna i `rules.yaml` och ändras aldrig för hand. Varje leverans
    prövas mot alla regler. Det som bryter mot en regel behandlas som regeln säger, räknas och
    redovisas; inget rättas i det tysta.

    En kontroll är en regel mot en tabell. Den har precis ett av fyra utfall: **fel** (kontrollen
    gick inte att göra), **ej tillämplig** (det fanns inget att pröva), **underkänd** (större andel
    rader än gränsen bröt mot regeln) eller **godkänd**. Gränserna nedan är utgångsvärden. De kan
    ändras utan en ny körning, med en egen fil till `export --what quality --thresholds FIL`:

    ```yaml
    - {rule: DQ16, share: 0.05}                    # alla tabeller
    - {rule: DQ16, table: deviation, share: 0.02}  # går före för den tabellen
    ```

    Indelningen i form, fullständighet och rimlighet, och i om måttstocken finns i eller utanför
    uppgifterna, följer Kahn med flera (2016), *A Harmonized Data Quality Assessment Terminology and
    Framework for the Secondary Use of Electronic Health Record Data*, eGEMs 4(1):1244.

    | Regel | Rubrik | Allvar | Behandling | Gräns |
    |---|---|---|---|---|
    """
        + rules.rules().stream().map(QualityRuleReference::row).collect(joining())
        + Stream.of(Category.values())
            .map(category -> "\n## " + name(category) + sections(rules, category))
            .collect(joining());
  }

  private static String row(QualityRule rule) {
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            rule.id(), rule.title(), name(rule.severity()), name(rule.treatment()), share(rule));
  }

  private static String sections(QualityRules rules, Category category) {
    return rules.rules().stream()
        .filter(rule -> rule.category() == category)
        .map(QualityRuleReference::section)
        .collect(joining());
  }

  private static String section(QualityRule rule) {
    return """


    ### `%s` %s

    %s

    **Till den som levererar:** %s

    Gäller %s, i %s. %s, %s; %s. Gräns %s: %s
    """
        .formatted(
            rule.id(),
            rule.title(),
            rule.explanation(),
            rule.toSupplier(),
            name(rule.scope()),
            tables(rule),
            name(rule.severity()),
            name(rule.treatment()),
            name(rule.context()),
            share(rule),
            rule.grounds());
  }

  private static String tables(QualityRule rule) {
    return rule.tables().isEmpty()
        ? "alla tabeller som har det som regeln ser på"
        : rule.tables().stream().collect(joining("`, `", "`", "`"));
  }

  private static String share(QualityRule rule) {
    NumberFormat percent = NumberFormat.getPercentInstance(SWEDISH);
    percent.setMaximumFractionDigits(1);
    return percent.format(rule.threshold());
  }

  private static String name(Category category) {
    return switch (category) {
      case CONFORMANCE -> "Form";
      case COMPLETENESS -> "Fullständighet";
      case PLAUSIBILITY -> "Rimlighet";
    };
  }

  private static String name(QualityRule.Context context) {
    return switch (context) {
      case VERIFICATION -> "måttstocken finns i leveransen och beskrivningen av den";
      case VALIDATION -> "måttstocken finns utanför leveransen";
    };
  }

  private static String name(QualityRule.Severity severity) {
    return switch (severity) {
      case ERROR -> "Fel";
      case WARNING -> "Varning";
      case INFO -> "Upplysning";
    };
  }

  private static String name(Treatment treatment) {
    return switch (treatment) {
      case REPAIRED -> "rättas";
      case FLAGGED -> "märks och behålls";
      case QUARANTINED -> "läggs åt sidan";
      case REJECTED -> "tas inte in";
      case DROPPED -> "tas bort och bara räknas";
    };
  }

  private static String name(QualityRule.Scope scope) {
    return switch (scope) {
      case FILE -> "hela filen";
      case ROW -> "raden";
      case VALUE -> "värdet";
      case TABLE -> "tabellens filer mot varandra";
      case UNIT -> "enhetens rader tillsammans";
    };
  }
}
