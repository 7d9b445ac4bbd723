package se.helhetssyn.pipelines.removal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.refusal.Refusal;

/** A removal that has begun and not ended: what it had taken away is not to come back. */
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
      return !lines.isEmpty()
          && JSON.readTree(lines.getLast())
              .path("phase")
              .asText()
              .equals(RemovalLog.Phase.BEGUN.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
