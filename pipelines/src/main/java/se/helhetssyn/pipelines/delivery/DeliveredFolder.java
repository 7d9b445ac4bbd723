package se.helhetssyn.pipelines.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import se.helhetssyn.pipelines.refusal.Refusal;

/** A folder with delivered files. */
public final class DeliveredFolder {
  private DeliveredFolder() {}

  /** The data files (text, workbooks and Parquet) in order of name; refuses what is no folder. */
  public static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Refusal.badInput(
          "Mappen %s finns inte: ange en mapp med uttag efter --extracts.".formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> f.getFileName().toString().matches("(?i).*\\.(csv|txt|parquet|xlsx)"))
          .sorted(Comparator.comparing(Path::getFileName))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
