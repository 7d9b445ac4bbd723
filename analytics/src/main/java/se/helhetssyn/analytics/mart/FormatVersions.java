package se.helhetssyn.analytics.mart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The versions of the formats a generation is written in, as its manifest says; 0 where it does not
 * say. A program reads its own version and the one before.
 *
 * @param store layout of the store's folders and of the manifest
 * @param mart tables of the layers' files
 */
public record FormatVersions(int store, int mart) {
  /** What this program writes. */
  public static final FormatVersions CURRENT =
      new FormatVersions(StoreLayout.FORMAT_VERSION, MartSchema.VERSION);

  /** The versions a manifest's file names; both 0 if it cannot be read as one. */
  public static FormatVersions in(Path manifest) {
    try {
      return of(new ObjectMapper().readTree(Files.readAllBytes(manifest)));
    } catch (IOException unreadable) {
      return new FormatVersions(0, 0);
    }
  }

  static FormatVersions of(JsonNode manifest) {
    return new FormatVersions(
        manifest.path("format_version").asInt(), manifest.path("mart_schema_version").asInt());
  }

  /** Whether only a newer program than the one that writes {@code program} can read it all. */
  public boolean newerThan(FormatVersions program) {
    return store > program.store || mart > program.mart;
  }

  /** Whether a program that writes {@code program} reads it. */
  public boolean readableBy(FormatVersions program) {
    return isOneOfTheLastTwo(store, program.store) && isOneOfTheLastTwo(mart, program.mart);
  }

  private static boolean isOneOfTheLastTwo(int written, int current) {
    return written > 0 && written <= current && written >= current - 1;
  }

  /** Throws {@link MartException}, with what to do, where this program cannot read it. */
  void requireReadable() {
    if (newerThan(CURRENT)) {
      throw new MartException(
          "Lagret är skrivet av en nyare version av Helhetssyn. Uppdatera programmet.");
    }
    if (store < 1 || mart < 1) {
      throw new MartException("Generationens manifest är skadat. Gör en ny körning.");
    }
    if (!readableBy(CURRENT)) {
      throw new MartException(
          "Lagret är skrivet av en äldre version av Helhetssyn. Gör en ny körning.");
    }
  }
}
