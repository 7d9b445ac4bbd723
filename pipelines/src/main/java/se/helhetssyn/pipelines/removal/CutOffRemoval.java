package se.helhetssyn.pipelines.removal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * A removal that has begun and not ended: what it had taken away is not to come back. One that a
 * run makes of its own accord is ended by the next run.
 */
public final class CutOffRemoval {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CutOffRemoval() {}

  /** Refuses to go on in a store where a removal was cut off. */
  public static void refuseIn(StoreLayout store) {
    if (Files.exists(store.removals()) && isBegun(store.removals())) {
      throw Refusal.badInput(
          "En borttagning i lagret %s avbröts innan den var klar; inget är publicerat. Kör erase eller retention igen, och sedan den här körningen."
              .formatted(store.root()));
    }
  }

  private static boolean isBegun(Path file) {
    try {
      List<String> lines = Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList();
      JsonNode last = lines.isEmpty() ? JSON.createObjectNode() : JSON.readTree(lines.getLast());
      return last.path("phase").asText().equals(RemovalLog.Phase.BEGUN.name())
          && !last.path("cause").asText().equals(StoreState.Cause.PROTECTION.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
