package se.helhetssyn.pipelines.run;

import static java.util.Objects.requireNonNull;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import se.helhetssyn.pipelines.refusal.DiskSpace;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * Says of a run that was stopped what happened, what is kept and what to do.
 *
 * @param store the store's folder
 * @param served the generation that is shown, as before the run; empty if there is none
 * @param details where the failure is described in full
 */
record StoppedRun(Path store, Optional<String> served, Path details) {

  Refusal because(Throwable failure) {
    return switch (failure) {
      case Refusal refusal -> refusal;
      case CompletionException elsewhere when elsewhere.getCause() != null ->
          because(elsewhere.getCause());
      case Throwable full when DiskSpace.isLackingIn(full) ->
          Refusal.lacking(
              "Disken är full, så det körningen skulle skriva i lagret %s fick inte plats; %s. Frigör utrymme och kör igen."
                  .formatted(store, kept()),
              full);
      case OutOfMemoryError memory ->
          Refusal.lacking(
              "Minnet räckte inte för körningen; %s. Ge den mer med HELHETSSYN_MEMORY och kör igen."
                  .formatted(kept()),
              memory);
      case UncheckedIOException io ->
          Refusal.badInput(
              "Körningen kunde inte läsa eller skriva %s; %s. Kontrollera sökväg och rättigheter och kör igen."
                  .formatted(String.valueOf(requireNonNull(io.getCause()).getMessage()), kept()),
              io);
      default ->
          Refusal.fault(
              "Ett fel i Helhetssyn stoppade körningen; %s. Felet beskrivs i %s."
                  .formatted(kept(), details),
              failure);
    };
  }

  private String kept() {
    return served
        .map(id -> "inget nytt är publicerat och generation %s visas som förut".formatted(id))
        .orElse("inget är publicerat");
  }
}
