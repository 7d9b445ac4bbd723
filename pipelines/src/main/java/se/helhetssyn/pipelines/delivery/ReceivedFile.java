package se.helhetssyn.pipelines.delivery;

import java.util.List;
import java.util.Optional;
import se.helhetssyn.pipelines.door.ArrivedFile;

/**
 * A delivered file and what the manifest says of it.
 *
 * @param group canonical table, or the name that a mapping gives the file
 * @param tables the canonical tables that get rows from it
 * @param sourceSystem where it comes from, after its mapping, else after the manifest; empty if
 *     nobody says
 * @param arrived what was found at the door
 * @param announcement the manifest's row; empty without one
 */
public record ReceivedFile(
    String group,
    List<String> tables,
    String sourceSystem,
    ArrivedFile arrived,
    Optional<Announcement> announcement) {
  public ReceivedFile {
    tables = List.copyOf(tables);
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

  /** Id of the extract after the manifest, else the file's name. */
  public String extractId() {
    return announcement.map(Announcement::extractId).orElse(name());
  }

  /** The same file by another name of its group. */
  ReceivedFile in(String otherGroup) {
    return new ReceivedFile(otherGroup, tables, sourceSystem, arrived, announcement);
  }
}
