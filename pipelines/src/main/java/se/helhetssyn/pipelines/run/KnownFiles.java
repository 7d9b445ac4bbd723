package se.helhetssyn.pipelines.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.helhetssyn.analytics.mart.DeliveredFile;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.analytics.mart.Manifest.TableCount;
import se.helhetssyn.datasets.quality.Treatment;
import se.helhetssyn.pipelines.intake.CheckedRows;
import se.helhetssyn.pipelines.intake.FileAccount;
import se.helhetssyn.pipelines.intake.FileTerms;
import se.helhetssyn.pipelines.intake.Finding;

/**
 * Files that have come before: none of their rows is read, each is a copy of one that is accounted
 * for.
 *
 * @param files what is known of them
 * @param before what came before, with the number of rows that a mapping chose
 */
record KnownFiles(List<FileTerms> files, DeliveryLog before) {
  private static final String RULE = "DQ01";
  private static final String CODE = "COPY";

  private long rows(FileTerms file) {
    Long counted = file.delivered();
    return counted != null
        ? counted
        : before.files().stream()
            .filter(f -> f.taken() && f.table().equals(file.table()))
            .filter(f -> f.load().equals(file.id()) || f.file().equals(file.file()))
            .reduce((older, newer) -> newer)
            .map(DeliveredFile::delivered)
            .orElse(0L);
  }

  List<FileAccount> accounts() {
    return files.stream()
        .map(f ->
            new FileAccount(
                f.table(), f.file(), f.extractId(), f.sourceSystem(), rows(f), 0, 0, rows(f), 0))
        .toList();
  }

  List<Finding> findings() {
    return files.stream()
        .filter(f -> rows(f) > 0)
        .map(f -> new Finding(RULE, CODE, f.table(), f.file(), "", Treatment.REPAIRED, rows(f)))
        .toList();
  }

  List<CheckedRows> checked() {
    return files.stream().map(f -> new CheckedRows(RULE, f.table(), rows(f), false)).toList();
  }

  List<String> notes() {
    return files.stream()
        .map(FileTerms::file)
        .distinct()
        .map(file ->
            "%s har kommit förut och är redan inläst; alla rader räknas som dubbletter."
                .formatted(file))
        .toList();
  }

  /**
   * The same counts with the rows of these files.
   *
   * @param versions canonical table → version of its trusted rows
   */
  List<TableCount> added(List<TableCount> counts, Map<String, Long> versions) {
    Map<String, Long> rows = new TreeMap<>();
    files.forEach(f -> rows.merge(f.table(), rows(f), Long::sum));
    Map<String, TableCount> counted = new HashMap<>();
    counts.forEach(count -> counted.put(count.table(), count));
    List<TableCount> all = new ArrayList<>();
    counts.forEach(count -> all.add(with(count, rows.getOrDefault(count.table(), 0L))));
    rows.forEach((table, number) -> {
      if (!counted.containsKey(table)) {
        long version = versions.getOrDefault(table, 0L);
        all.add(new TableCount(table, number, 0, 0, number, 0, 0, version));
      }
    });
    return all;
  }

  private static TableCount with(TableCount count, long rows) {
    return new TableCount(
        count.table(),
        count.delivered() + rows,
        count.trusted(),
        count.quarantined(),
        count.duplicates() + rows,
        count.rejected(),
        count.unmapped(),
        count.version());
  }
}
