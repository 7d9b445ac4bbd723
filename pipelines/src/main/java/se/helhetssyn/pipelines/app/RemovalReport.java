package se.helhetssyn.pipelines.app;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import se.helhetssyn.pipelines.removal.Removed;

/** Says in Swedish what was taken away. */
final class RemovalReport {
  private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
  private static final String OUTSIDE =
      "%nDet som är publicerat är oförändrat. Säkerhetskopior och levererade filer ligger utanför lagret: se docs/personuppgifter.md."
          .formatted();

  private RemovalReport() {}

  static String ofErasure(Removed removed) {
    return removed.isNothing()
        ? "Inget om personen fanns i lagret (%d filer genomsökta).".formatted(removed.searched())
        : "%s%nEfteråt är %d filer genomsökta: inget om personen finns kvar.%s"
            .formatted(rows(removed), removed.searched(), OUTSIDE);
  }

  static String ofRetention(Removed removed, LocalDate firstKept) {
    return removed.isNothing()
        ? "Inga rader är äldre än %s.".formatted(firstKept)
        : "%s%nRader från %s och framåt är kvar; efteråt är %d filer kontrollerade.%s"
            .formatted(rows(removed), firstKept, removed.searched(), OUTSIDE);
  }

  private static String rows(Removed removed) {
    return removed.rows().entrySet().stream()
        .map(where -> String.format(SWEDISH, "  %-34s %,9d", where.getKey(), where.getValue()))
        .collect(
            Collectors.joining(
                System.lineSeparator(),
                String.format(SWEDISH, "Borttagna rader: %,d%n", removed.total()),
                ""));
  }
}
