package se.helhetssyn.pipelines.delivery;

import java.util.List;
import java.util.Optional;
import se.helhetssyn.pipelines.door.ArrivedFile;

/**
 * A delivered file and what the manifest says of it.
 *
 * @param group canonical table, or the name that a mapping gives the file
 * @param tables the canonical tables that get rows from it
 * @param sourceSystem where it comes from, after its mapping; empty if no mapping reads it
 * @param arrived what was found at the door
 * @param announcements the manifest's rows, one for each table that the file is announced for; none
 *     without a manifest
 */
public record ReceivedFile(
    String group,
    List<String> tables,
    Optional<String> sourceSystem,
    ArrivedFile arrived,
    List<Announcement> announcements) {
  public ReceivedFile {
    tables = List.copyOf(tables);
    announcements = List.copyOf(announcements);
  }

  /** Whether its rows are read. */
  public boolean isTaken() {
    return arrived.turnedAway().isEmpty();
  }

  /** Whether a table gets rows from it. */
  public boolean feeds(String table) {
    return tables.contains(table);
  }

  /** Its name as it may be shown. */
  public String name() {
    return arrived.input().file();
  }

  /** What the manifest says of its rows of a table, else of the file at all. */
  public Optional<Announcement> announcement(String table) {
    return announcements.stream()
        .filter(each -> each.table().equals(table))
        .findFirst()
        .or(() -> announcements.stream().findFirst());
  }

  /** Where a table's rows come from; empty if neither mapping nor manifest says. */
  public String source(String table) {
    return sourceSystem.or(() -> announcement(table).map(Announcement::sourceSystem)).orElse("");
  }

  /** Whether every data row is a row of its table; a mapping may choose among them. */
  public boolean isCanonical() {
    return sourceSystem.isEmpty();
  }

  /** Id of the extract that a table's rows belong to after the manifest, else the file's name. */
  public String extractId(String table) {
    return announcement(table).map(Announcement::extractId).orElse(name());
  }

  /** The same file by another name of its group. */
  ReceivedFile in(String otherGroup) {
    return new ReceivedFile(otherGroup, tables, sourceSystem, arrived, announcements);
  }
}
