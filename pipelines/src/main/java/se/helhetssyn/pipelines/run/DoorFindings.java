package se.helhetssyn.pipelines.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.helhetssyn.analytics.mart.Manifest.TableCount;
import se.helhetssyn.datasets.quality.Treatment;
import se.helhetssyn.pipelines.delivery.Announcement;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.delivery.ReceivedFile;
import se.helhetssyn.pipelines.door.FileFinding;
import se.helhetssyn.pipelines.intake.CheckedRows;
import se.helhetssyn.pipelines.intake.FileAccount;
import se.helhetssyn.pipelines.intake.Finding;
import se.helhetssyn.pipelines.intake.RawTables;

/**
 * What was found in files as wholes, told as what is found in rows.
 *
 * @param raw which tables a file's rows are for
 */
record DoorFindings(Delivery delivery, RawTables raw) {
  private static final List<String> ALWAYS = List.of("CT11", "DQ19", "DQ28", "DQ37", "DQ40");

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (ReceivedFile file : delivery.files()) {
      for (String table : raw.fedBy(file.group())) {
        for (FileFinding f : file.arrived().findings()) {
          findings.add(
              new Finding(f.rule(), f.rule(), table, file.name(), "", f.treatment(), f.rows()));
        }
      }
    }
    for (Announcement each : delivery.missing()) {
      findings.add(
          new Finding(
              "CT10", "NOT_DELIVERED", each.table(), "", "", Treatment.REJECTED, each.rows()));
    }
    return findings;
  }

  /** Rows of the files of each table, which every rule about files was held against. */
  List<CheckedRows> checked() {
    Map<String, Long> rows = new TreeMap<>();
    for (ReceivedFile file : delivery.files()) {
      raw.fedBy(file.group()).forEach(table -> rows.merge(table, file.arrived().rows(), Long::sum));
    }
    delivery.missing().forEach(each -> rows.merge(each.table(), each.rows(), Long::sum));
    List<CheckedRows> checked = new ArrayList<>();
    rows.forEach((table, count) -> {
      ALWAYS.forEach(rule -> checked.add(new CheckedRows(rule, table, count, false)));
      if (!delivery.announced().isEmpty()) {
        checked.add(new CheckedRows("CT10", table, count, false));
      }
    });
    return checked;
  }

  /** Where the rows of files went that were not taken in. */
  List<FileAccount> turnedAway() {
    List<FileAccount> accounts = new ArrayList<>();
    for (ReceivedFile file : delivery.turnedAway()) {
      long rows = file.arrived().rows();
      String source = file.announcement().map(Announcement::sourceSystem).orElse("");
      for (String table : raw.fedBy(file.group())) {
        accounts.add(
            new FileAccount(table, file.name(), file.extractId(), source, rows, 0, 0, 0, rows));
      }
    }
    return accounts;
  }

  /** The same counts with the rows of files that were not taken in. */
  List<TableCount> withTurnedAway(List<TableCount> counts) {
    Map<String, Long> away = new TreeMap<>();
    turnedAway().forEach(account -> away.merge(account.table(), account.rejected(), Long::sum));
    return counts.stream()
        .map(count -> count.withTurnedAway(away.getOrDefault(count.table(), 0L)))
        .toList();
  }
}
