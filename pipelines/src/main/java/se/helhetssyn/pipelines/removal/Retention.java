package se.helhetssyn.pipelines.removal;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.StoreState.Cause;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.file.Folders;
import se.helhetssyn.pipelines.removal.RemovalLog.Phase;

/**
 * Takes rows about persons away that have reached the age up to which they may be kept, in every
 * version, and what was set aside in runs that are as old. Afterwards the tables are searched.
 * Published figures stay.
 */
public final class Retention {
  private static final int DAY = "20260331".length();

  private final RemovalSite site;
  private final DataPackage contract;

  public Retention(RemovalSite site, DataPackage contract) {
    this.site = site;
    this.contract = contract;
  }

  /** The first day kept: the first of the month that lies some months before a day's own. */
  public static LocalDate firstKept(LocalDate asOf, int months) {
    return asOf.withDayOfMonth(1).minusMonths(months);
  }

  /** Takes away what is older than a day; a day before that of an earlier removal is that one. */
  public Removed cull(LocalDate firstKept) {
    LocalDate day = later(firstKept, site.state().culledBefore());
    try (RemovalBench bench = RemovalBench.open(site.scratch())) {
      site.progress().accept("Söker efter rader som är äldre än %s …".formatted(day));
      Removal.clearUnneeded(site, bench);
      RemovalLog log = new RemovalLog(site.store());
      RemovalLog.Line begun = line(day);
      log.add(begun);
      Removed removed = cull(bench, day);
      log.add(begun.ended(site.store(), removed));
      return removed;
    }
  }

  private static LocalDate later(LocalDate day, @Nullable String other) {
    return other == null || LocalDate.parse(other).isBefore(day) ? day : LocalDate.parse(other);
  }

  private RemovalLog.Line line(LocalDate day) {
    return new RemovalLog.Line(
        site.at().toString(),
        Cause.RETENTION,
        Phase.BEGUN,
        null,
        null,
        day.toString(),
        Map.of(),
        0,
        List.of());
  }

  private Removed cull(RemovalBench bench, LocalDate day) {
    StoredTables stored = new StoredTables(site.store());
    OldRows old = new OldRows(bench, stored, site.state(), contract, day);
    List<Handle> handles = old.find();
    Removal removal = new Removal(site, bench, handles);
    oldQuarantine(day);
    if (removal.count() > 0 || !removal.left().isEmpty()) {
      site.progress().accept("Tar bort rader …");
      removal.fromMarks(
          contract.tables().stream().filter(table -> isTaken(table, handles)).toList());
      removal.measures();
      removal.fromTables(Cause.RETENTION, day.toString());
    } else {
      new States(site).culled(day.toString());
    }
    site.progress().accept("Tar bort gamla versioner …");
    removal.oldVersions();
    site.spark().close();
    Folders.delete(site.scratch());
    List<Path> left =
        removal.left().stream().filter(file -> !file.startsWith(quarantine())).toList();
    int files = StoredTables.parquet(site.store().root()).size();
    return new Removed(removal.rows(), files, left);
  }

  private static boolean isTaken(TableSchema table, List<Handle> handles) {
    return handles.stream().anyMatch(handle -> handle.table().equals(table.name()));
  }

  private Path quarantine() {
    return new StoredTables(site.store()).quarantine();
  }

  /** What was set aside by a run goes by the day of the run, which its id begins with. */
  private void oldQuarantine(LocalDate firstKept) {
    StoredTables.folders(quarantine())
        .filter(run -> isBefore(run.getFileName().toString(), firstKept))
        .forEach(Folders::delete);
  }

  private static boolean isBefore(String run, LocalDate day) {
    try {
      return run.length() >= DAY
          && LocalDate.parse(run.substring(0, DAY), DateTimeFormatter.BASIC_ISO_DATE).isBefore(day);
    } catch (DateTimeException named) {
      return false;
    }
  }
}
