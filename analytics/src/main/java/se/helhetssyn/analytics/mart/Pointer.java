package se.helhetssyn.analytics.mart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** The file that names the generation a store serves. */
public final class Pointer {
  private Pointer() {}

  /**
   * The id of the served generation; empty before the first publication. The generation itself may
   * still be missing or damaged.
   *
   * @throws MartException if the file cannot be read or holds anything but an id
   */
  public static Optional<String> read(StoreLayout store) {
    try {
      String id = Files.readString(store.pointer()).strip();
      if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
        throw new MartException("Lagrets pekare är skadad. Gör en ny körning.");
      }
      return Optional.of(id);
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    } catch (IOException e) {
      throw new MartException(
          "Lagrets pekare kan inte läsas. Kontrollera rättigheterna, eller gör en ny körning.", e);
    }
  }
}
