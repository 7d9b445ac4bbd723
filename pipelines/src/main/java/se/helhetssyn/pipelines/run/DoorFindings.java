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

/** What was found in files as wholes, told as what is found in rows. */
record DoorFindings(Delivery delivery) {
  private static final List<String> ALWAYS = List.of("DQ19", "DQ28", "DQ37", "DQ40");

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (ReceivedFile file : delivery.files()) {
      for (String table : file.tables()) {
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
      file.tables().forEach(table -> rows.merge(table, file.arrived().rows(), Long::sum));
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
      for (String table : file.tables()) {
        accounts.add(
            new FileAccount(
                table,
                file.name(),
                file.extractId(table),
                file.source(table),
                rows,
                0,
                0,
                0,
                rows));
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
