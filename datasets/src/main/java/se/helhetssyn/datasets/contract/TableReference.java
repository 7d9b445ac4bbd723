package se.helhetssyn.datasets.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The descriptor as a Swedish reference for those who deliver, in Markdown. */
public final class TableReference {
  private TableReference() {}

  /** The whole reference: per table its grain, columns, keys, rules and flags. */
  public static String markdown(DataPackage tables) {
    return """
    # Tabeller

    Den här sidan är gjord ur tabellbeskrivningen `datapackage.json` och ändras aldrig för hand.
    En fil per tabell, `<tabell>.csv`: UTF-8, komma mellan kolumnerna, rubrikrad, datum som
    `2026-03-05`, tidpunkter som `2026-03-05T08:30:00` i svensk tid, decimalpunkt, tomt för
    uppgift som saknas. En rad som bryter mot en regel sätts åt sidan med reglens kod; en rad
    som bara får en anmärkning behålls och räknas. Regelns nummer står inom parentes.

    """
        + tables.tables().stream().map(TableReference::table).collect(Collectors.joining("\n"));
  }

  private static String table(TableSchema table) {
    return "## "
        + table.title()
        + " – `"
        + table.name()
        + "`\n\n"
        + table.description()
        + "\n\n"
        + "| Kolumn | Typ | Krävs | Innehåll |\n|---|---|---|---|\n"
        + table.fields().stream().map(TableReference::row).collect(Collectors.joining())
        + "\nNyckel: "
        + names(table.primaryKey())
        + ".\n"
        + table.foreignKeys().stream().map(TableReference::reference).collect(Collectors.joining())
        + eventDates(table)
        + rules("Regler", table.rules())
        + rules("Anmärkningar", table.flags());
  }

  private static String row(FieldSchema field) {
    return "| `%s` | %s | %s | **%s.** %s%s |\n"
        .formatted(
            field.name(),
            typeName(field.type()),
            field.required() ? "ja" : "",
            field.title(),
            field.description(),
            cell(allowed(field)));
  }

  private static String typeName(FieldType type) {
    return switch (type) {
      case STRING -> "text";
      case INTEGER -> "heltal";
      case DECIMAL -> "decimaltal";
      case DATE -> "datum";
      case TIMESTAMP -> "tidpunkt";
      case BOOLEAN -> "sant/falskt";
    };
  }

  private static String allowed(FieldSchema field) {
    return (field.codes().isEmpty() ? "" : " Koder: " + names(field.codes()) + ".")
        + (field.minimum() == null ? "" : " Minst " + field.minimum() + ".")
        + (field.maximum() == null ? "" : " Högst " + field.maximum() + ".")
        + (field.pattern() == null ? "" : " Form: `" + field.pattern() + "`.")
        + field.aliases().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(alias -> " `%s` läses som `%s`.".formatted(alias.getKey(), alias.getValue()))
            .collect(Collectors.joining());
  }

  private static String reference(ForeignKey key) {
    return "%s pekar på `%s` (%s).\n"
        .formatted(names(key.fields()), key.table(), names(key.targetFields()));
  }

  private static String eventDates(TableSchema table) {
    return table.eventDates().isEmpty()
        ? ""
        : "Får inte ligga efter uttagsdagen: " + names(table.eventDates()) + ".\n";
  }

  private static String rules(String heading, List<RowRule> rules) {
    return rules.isEmpty()
        ? ""
        : "\n%s:\n%s"
            .formatted(
                heading,
                rules.stream()
                    .map(rule ->
                        "- `%s` (%s) – %s\n".formatted(rule.code(), rule.rule(), rule.message()))
                    .collect(Collectors.joining()));
  }

  private static String names(List<String> names) {
    return names.stream().collect(Collectors.joining("`, `", "`", "`"));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
