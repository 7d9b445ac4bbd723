package se.helhetssyn.analytics.reference;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Files of the reference folder (system property {@code helhetssyn.reference}), which lies outside
 * the project. Without the folder a test is skipped with one line on the error stream, but fails
 * when the environment says {@code CI=true}. A file missing from an existing folder always fails.
 */
public final class ReferenceData {
  private ReferenceData() {}

  /** The file or folder at a path within the reference folder, for example {@code oracle/x.csv}. */
  public static Path require(String path) {
    String folder = System.getProperty("helhetssyn.reference", "../shared");
    return require(Path.of(folder), path, "true".equals(System.getenv("CI")));
  }

  static Path require(Path folder, String path, boolean continuousIntegration) {
    if (!Files.isDirectory(folder)) {
      String message = "REFERENCE DATA MISSING: no folder " + folder + ", needed for " + path;
      if (continuousIntegration) {
        fail(message);
      }
      System.err.println("SKIPPED, " + message);
      Assumptions.abort(message);
    }
    Path file = folder.resolve(path);
    if (!Files.exists(file)) {
      fail("REFERENCE DATA INCOMPLETE: no " + file);
    }
    return file;
  }
}
