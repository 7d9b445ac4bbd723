package se.helhetssyn.pipelines.removal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import se.helhetssyn.pipelines.file.DuckDbName;

/**
 * Looks for keys in every byte of every file of a store and of its name, with two bytes for each
 * sign too, and in the decoded values of what is packed: Parquet, DuckDB and gzip.
 */
final class StoreSearch {
  private static final int PART = 1 << 20;

  private final RemovalBench bench;
  private final List<Mention> keys;

  StoreSearch(RemovalBench bench, Set<String> keys) {
    this.bench = bench;
    this.keys = keys.stream().map(Mention::new).toList();
  }

  /**
   * What a search came to.
   *
   * @param files how many files were searched
   * @param found those that hold one of the keys, or could not be searched
   */
  record Outcome(int files, List<Path> found) {}

  Outcome in(Path folder) {
    List<Path> files = StoredTables.files(folder, file -> true);
    List<Path> found = files.stream().filter(file -> holds(folder, file)).toList();
    return new Outcome(files.size(), found);
  }

  private boolean holds(Path folder, Path file) {
    String name = file.getFileName().toString();
    boolean packed = name.matches(".*\\.(parquet|duckdb|gz)");
    List<Mention> raw = keys.stream().filter(key -> key.isLong() || !packed).toList();
    return isIn(folder.relativize(file).toString(), keys)
        || bytes(file, false, raw)
        || (name.endsWith(".gz") && bytes(file, true, keys))
        || (name.endsWith(".parquet")
            && isDecoded(() -> isInTable(RemovalBench.parquet(List.of(file)))))
        || (name.endsWith(".duckdb") && isDecoded(() -> isInDatabase(file)));
  }

  /** What cannot be read is told of like what holds a key: nobody knows that it does not. */
  private static boolean isDecoded(BooleanSupplier search) {
    try {
      return search.getAsBoolean();
    } catch (IllegalStateException unreadable) {
      return true;
    }
  }

  private static boolean isIn(String text, List<Mention> keys) {
    return keys.stream().anyMatch(key -> key.pattern().matcher(text).find());
  }

  private static boolean bytes(Path file, boolean packed, List<Mention> keys) {
    if (keys.isEmpty()) {
      return false;
    }
    int longest = keys.stream().mapToInt(key -> key.key().length()).max().orElseThrow();
    try (InputStream plain = new BufferedInputStream(Files.newInputStream(file), PART);
        InputStream in = packed ? new GZIPInputStream(plain) : plain) {
      String before = "";
      for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
        String text = before + new String(part, ISO_8859_1);
        if (isIn(text, keys) || isIn(text.replace("\0", ""), keys)) {
          return true;
        }
        before = text.substring(Math.max(0, text.length() - 2 * longest - 2));
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isInTable(String table) {
    if (keys.isEmpty()) {
      return false;
    }
    return bench
        .texts(
            "SELECT column_name FROM (DESCRIBE SELECT * FROM %s) WHERE column_type LIKE '%%VARCHAR%%' OR column_type LIKE '%%BLOB%%'"
                .formatted(table))
        .stream()
        .anyMatch(column -> isInColumn(table, column));
  }

  /** Looks at each text once, however often it is there. */
  private boolean isInColumn(String table, String column) {
    String held = keys.stream().map(key -> key.isIn("line")).collect(joining(" OR "));
    return !bench
        .texts(
            "SELECT 1 FROM (SELECT DISTINCT CAST(\"%s\" AS VARCHAR) AS line FROM %s) WHERE %s LIMIT 1"
                .formatted(column.replace("\"", "\"\""), table, held))
        .isEmpty();
  }

  private boolean isInDatabase(Path file) {
    bench.execute("ATTACH %s AS searched (READ_ONLY)".formatted(DuckDbName.toWrite(file)));
    try {
      List<String> tables =
          new ArrayList<>(
              bench.texts(
                  "SELECT format('searched.\"{}\".\"{}\"', schema_name, table_name) FROM duckdb_tables() WHERE database_name = 'searched'"));
      return tables.stream().anyMatch(this::isInTable);
    } finally {
      bench.execute("DETACH searched");
    }
  }
}
