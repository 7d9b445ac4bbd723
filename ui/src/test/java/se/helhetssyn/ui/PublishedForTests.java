package se.helhetssyn.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One published municipality for all tests of a run, and the accounts of its demonstration. */
public final class PublishedForTests {
  /** Password of every account. */
  public static final String PASSWORD = "ett-långt-lösenord";

  private static final Path STORE = MunicipalityFixture.publish(folder("store"));
  private static final Path STATE = folder("state");

  private PublishedForTests() {}

  /** The store. */
  public static Path store() {
    return STORE.toAbsolutePath();
  }

  /** One state folder for all tests that share a context. */
  public static Path state() {
    return STATE.toAbsolutePath();
  }

  /** A new empty folder that is left to the build's own cleaning. */
  public static Path folder(String purpose) {
    try {
      return Files.createTempDirectory(Path.of("target"), purpose);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new accounts file whose manager answers for {@link MunicipalityFixture#UNIT}. */
  public static Path accounts() {
    String text =
        "division.password=%1$s\nchef.password=%1$s\nchef.unit=%2$s\nkvalitet.password=%1$s\n"
            .formatted(PASSWORD, MunicipalityFixture.UNIT);
    try {
      Path file = folder("accounts").resolve("accounts.properties");
      return Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
