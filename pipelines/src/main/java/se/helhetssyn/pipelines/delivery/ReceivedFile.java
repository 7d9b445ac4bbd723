package se.helhetssyn.pipelines.delivery;

import java.util.List;
import java.util.Optional;
import se.helhetssyn.pipelines.door.ArrivedFile;

/**
 * A delivered file and what the manifest says of it.
 *
 * @param group canonical table, or the name that a mapping gives the file
 * @param arrived what was found at the door
 * @param announcements the manifest's rows, one for each table that the file is announced for; none
 *     without a manifest
 */
public record ReceivedFile(String group, ArrivedFile arrived, List<Announcement> announcements) {
  public ReceivedFile {
    announcements = List.copyOf(announcements);
  }

  /** Whether its rows are read. */
  public boolean isTaken() {
    return arrived.turnedAway().isEmpty();
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

  /** Id of the extract that a table's rows belong to after the manifest, else the file's name. */
  public String extractId(String table) {
    return announcement(table).map(Announcement::extractId).orElse(name());
  }
}
