package se.helhetssyn.pipelines.delivery;

import java.util.Optional;
import se.helhetssyn.pipelines.door.ArrivedFile;

/**
 * A delivered file and what the manifest says of it.
 *
 * @param group canonical table, or the name that a mapping gives the file
 * @param arrived what was found at the door
 * @param announcement the manifest's row; empty without one
 */
public record ReceivedFile(String group, ArrivedFile arrived, Optional<Announcement> announcement) {

  /** Whether its rows are read. */
  public boolean isTaken() {
    return arrived.turnedAway().isEmpty();
  }

  /** Its name as it may be shown. */
  public String name() {
    return arrived.input().file();
  }

  /** Id of the extract after the manifest, else the file's name. */
  public String extractId() {
    return announcement.map(Announcement::extractId).orElse(name());
  }
}
