package se.helhetssyn.pipelines.removal;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.helhetssyn.pipelines.file.DuckDbName;

/** Writes Parquet files anew without the rows that go; a file without such rows is left alone. */
final class FileRemoval {
  private final RemovalBench bench;

  FileRemoval(RemovalBench bench) {
    this.bench = bench;
  }

  /**
   * Takes rows away. Returns how many.
   *
   * @param handles those whose columns the file does not have take nothing
   * @param mention what every row goes with that holds it in any value, if anything
   */
  long clear(Path file, List<Handle> handles, List<Mention> mention) {
    return clear(
        file,
        Stream.concat(
            taking(file, handles),
            mention.stream().map(each -> each.isIn("CAST(file AS VARCHAR)"))));
  }

  /** How many rows of a file are taken by handles. */
  long count(Path file, List<Handle> handles) {
    return count(file, taking(file, handles).collect(joining(" OR ")));
  }

  private Stream<String> taking(Path file, List<Handle> handles) {
    Set<String> columns = Set.copyOf(bench.columns(List.of(file)));
    return handles.stream()
        .filter(handle -> columns.containsAll(handle.columns()))
        .map(Handle::takes);
  }

  /** Takes marks of quality away whose record, or one of two, is among a table's on the bench. */
  long clearMarks(Path file, String gone) {
    return clear(
        file,
        Stream.of("record_key", "split_part(record_key, '+', 1)", "split_part(record_key, '+', 2)")
            .map(key -> "coalesce((table_name, %s) IN (FROM %s), FALSE)".formatted(key, gone)));
  }

  private long clear(Path file, Stream<String> conditions) {
    String goes = conditions.collect(joining(" OR "));
    long going = count(file, goes);
    if (going > 0) {
      Path next = file.resolveSibling("." + file.getFileName() + ".next");
      bench.execute(
          "COPY (SELECT * FROM %s AS file WHERE NOT (%s)) TO %s (FORMAT parquet)"
              .formatted(RemovalBench.parquet(List.of(file)), goes, DuckDbName.toWrite(next)));
      replace(file, next);
    }
    return going;
  }

  private long count(Path file, String goes) {
    String rows = RemovalBench.parquet(List.of(file)) + " AS file";
    return goes.isEmpty() ? 0 : bench.count(rows + " WHERE " + goes);
  }

  private static void replace(Path file, Path next) {
    try {
      Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
