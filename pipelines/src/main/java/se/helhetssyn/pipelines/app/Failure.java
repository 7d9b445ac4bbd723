package se.helhetssyn.pipelines.app;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import se.helhetssyn.pipelines.refusal.DiskSpace;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Says in one Swedish sentence why a command stopped; a fault of ours is described in a file. */
final class Failure {
  private Failure() {}

  /** Tells of it, and returns the exit code. */
  static int tell(Throwable failure, PrintStream err) {
    Refusal refusal =
        switch (failure) {
          case Refusal known -> known;
          case Throwable full when DiskSpace.isLackingIn(full) ->
              Refusal.lacking("Disken är full. Frigör utrymme och försök igen.", full);
          case UncheckedIOException io ->
              Refusal.badInput(
                  "Det gick inte att läsa eller skriva: %s. Kontrollera sökväg, rättigheter och utrymme."
                      .formatted(String.valueOf(requireNonNull(io.getCause()).getMessage())));
          default ->
              Refusal.fault(
                  "Ett fel i Helhetssyn stoppade kommandot. " + described(failure), failure);
        };
    err.println(refusal.getMessage());
    return refusal.exitCode().code();
  }

  private static String described(Throwable failure) {
    try {
      Path file = Files.createTempFile("helhetssyn-", ".log");
      try (PrintWriter text =
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        failure.printStackTrace(text);
      }
      return "Felet beskrivs i %s.".formatted(file);
    } catch (IOException unwritable) {
      return "Det är av slaget %s.".formatted(failure.getClass().getName());
    }
  }
}
