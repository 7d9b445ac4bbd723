package se.helhetssyn.ui.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery by hand.
 *
 * @param id which
 * @param user who sends it
 * @param openedAt when it was begun
 * @param state what has become of it
 * @param mapping file name of the mapping it is read with; null for the canonical layout
 * @param report what was found when it was looked at, as JSON; null before
 * @param message why it was not looked at or taken in, in a sentence; null if nothing is wrong
 * @param runId the run that takes it in; null before
 * @param files what has been received
 */
record HandDelivery(
    String id,
    String user,
    Instant openedAt,
    DeliveryState state,
    @Nullable String mapping,
    @Nullable String report,
    @Nullable String message,
    @Nullable String runId,
    List<File> files) {
  HandDelivery {
    files = List.copyOf(files);
  }

  HandDelivery with(List<File> received) {
    return new HandDelivery(id, user, openedAt, state, mapping, report, message, runId, received);
  }

  /**
   * A received file.
   *
   * @param name as it may be shown
   * @param bytes size
   */
  record File(String name, long bytes) {}
}
