package se.helhetssyn.ui.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to take in, and for whom.
 *
 * @param extracts folder with the delivery
 * @param mapping file name of the mapping it is read with; null for the canonical layout
 * @param user who asks
 * @param deliveryId the delivery by hand; null for a scheduled run
 * @param schedule which schedule and day it is for; null for a delivery by hand
 */
public record RunOrder(
    Path extracts,
    @Nullable String mapping,
    String user,
    @Nullable String deliveryId,
    @Nullable Scheduled schedule) {
  /** A run that takes a delivery by hand in. */
  public static RunOrder byHand(
      Path extracts, @Nullable String mapping, String user, String deliveryId) {
    return new RunOrder(extracts, mapping, user, deliveryId, null);
  }

  /**
   * What a schedule asks for.
   *
   * @param scheduleId which
   * @param day the day it was due
   */
  record Scheduled(String scheduleId, LocalDate day) {}

  Optional<Scheduled> scheduled() {
    return Optional.ofNullable(schedule);
  }
}
