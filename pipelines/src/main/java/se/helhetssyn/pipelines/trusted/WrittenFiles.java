package se.helhetssyn.pipelines.trusted;

import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.helhetssyn.pipelines.file.Folders;
import se.helhetssyn.pipelines.spark.Location;

/**
 * Parquet files in a table's folder that its log does not name yet.
 *
 * @param statuses the files; none without rows
 * @param rows how many rows they hold, by their own footers
 */
record WrittenFiles(List<DataFileStatus> statuses, long rows) {
  private static final String UNFINISHED = "_writing";
  private static final Configuration SETTINGS = new Configuration();

  /** Writes rows; what a run that died left half written goes. */
  static WrittenFiles write(Path folder, Dataset<Row> rows) {
    Path unfinished = folder.resolve(UNFINISHED);
    Folders.delete(unfinished);
    try {
      rows.write().parquet(Location.of(unfinished));
      return moved(unfinished, folder);
    } finally {
      Folders.delete(unfinished);
    }
  }

  private static WrittenFiles moved(Path unfinished, Path folder) {
    try (Stream<Path> parts = Files.list(unfinished)) {
      List<DataFileStatus> statuses = new ArrayList<>();
      long written = 0;
      for (Path part : parts.filter(p -> p.toString().endsWith(".parquet")).sorted().toList()) {
        long count = count(part);
        if (count > 0) {
          Path file = folder.resolve(part.getFileName());
          statuses.add(status(Files.move(part, file, StandardCopyOption.ATOMIC_MOVE)));
          written += count;
        }
      }
      return new WrittenFiles(List.copyOf(statuses), written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long count(Path part) throws IOException {
    var file = HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(part.toUri()), SETTINGS);
    try (ParquetFileReader reader = ParquetFileReader.open(file)) {
      return reader.getRecordCount();
    }
  }

  private static DataFileStatus status(Path file) throws IOException {
    return new DataFileStatus(
        Location.of(file),
        Files.size(file),
        Files.getLastModifiedTime(file).toMillis(),
        Optional.empty());
  }
}
