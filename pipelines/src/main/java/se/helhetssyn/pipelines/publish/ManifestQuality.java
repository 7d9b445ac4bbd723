package se.helhetssyn.pipelines.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.Comparator;
import java.util.List;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.pipelines.intake.FileAccount;
import se.helhetssyn.pipelines.intake.Finding;

/** What a manifest tells of the deliveries: per file, never by unit. */
public final class ManifestQuality {
  private static final Comparator<Manifest.Finding> ORDER =
      Comparator.comparing(Manifest.Finding::rule)
          .thenComparing(Manifest.Finding::code)
          .thenComparing(Manifest.Finding::table)
          .thenComparing(Manifest.Finding::file)
          .thenComparing(Manifest.Finding::treatment);

  private ManifestQuality() {}

  /** The accounts, in their order. */
  public static List<Manifest.Account> accounts(List<FileAccount> accounts) {
    return accounts.stream()
        .map(a ->
            new Manifest.Account(
                a.table(),
                a.file(),
                a.extractId(),
                a.sourceSystem(),
                a.delivered(),
                a.trusted(),
                a.quarantined(),
                a.duplicates(),
                a.rejected()))
        .toList();
  }

  /** The findings of all units together, ordered by rule, code, table, file and treatment. */
  public static List<Manifest.Finding> findings(List<Finding> findings) {
    return findings.stream()
        .collect(groupingBy(ManifestQuality::withoutUnit, summingLong(Finding::rows)))
        .entrySet()
        .stream()
        .map(e -> withRows(e.getKey(), e.getValue()))
        .sorted(ORDER)
        .toList();
  }

  private static Manifest.Finding withoutUnit(Finding f) {
    return new Manifest.Finding(f.rule(), f.code(), f.table(), f.file(), f.treatment().name(), 0);
  }

  private static Manifest.Finding withRows(Manifest.Finding f, long rows) {
    return new Manifest.Finding(f.rule(), f.code(), f.table(), f.file(), f.treatment(), rows);
  }
}
