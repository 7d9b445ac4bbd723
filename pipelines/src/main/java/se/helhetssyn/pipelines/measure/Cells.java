package se.helhetssyn.pipelines.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.Stratum;

/**
 * The cells of a run.
 *
 * @param files folder of Parquet files in the form of {@link Accumulation#CELLS}
 * @param grid what the numbers of nodes and periods mean
 * @param slices what the numbers of measures and slices mean
 * @param rates whether the measure after the last one holds person-days
 */
public record Cells(Path files, Grid grid, List<SliceKey> slices, boolean rates) {
  public Cells {
    slices = List.copyOf(slices);
  }

  /** What a measure's slice is. */
  public record SliceKey(
      int measure, int slice, String indicator, String series, Stratum stratum) {}

  /** Number of the measure that holds person-days. */
  public int personDays() {
    return slices.stream().mapToInt(SliceKey::measure).max().orElse(-1) + 1;
  }

  /** Whether anything was counted at all. */
  public boolean isAny() {
    if (!Files.isDirectory(files)) {
      return false;
    }
    try (Stream<Path> parts = Files.list(files)) {
      return parts.anyMatch(part -> part.toString().endsWith(".parquet"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
