package se.helhetssyn.pipelines.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for identity numbers in everything that lies in a folder: in the bytes of every file and of
 * its name, and in the decoded values of Parquet, Delta and DuckDB. A number is found whatever its
 * century and sign, and with two bytes for each letter too.
 */
final class Traces {
  /** Six digits and four with at most a sign between, at every place. */
  private static final Pattern NUMBER = Pattern.compile("(?=(\\d{6})[^0-9A-Za-z]{0,3}(\\d{4}))\\d");

  private final Set<String> sought = new HashSet<>();

  /**
   * @param numbers twelve digits each
   */
  Traces(List<String> numbers) {
    numbers.forEach(number -> sought.add(number.substring(2)));
  }

  /** Files with a trace, and how many in each; empty if there is none. */
  List<String> in(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        long traces = in(path.getFileName().toString());
        if (Files.isRegularFile(path)) {
          traces += in(new String(Files.readAllBytes(path), ISO_8859_1)) + decoded(path);
        }
        if (traces > 0) {
          found.add(folder.relativize(path) + " " + traces);
        }
      }
    }
    return found;
  }

  /** Traces in a text, one byte for each of its signs or two. */
  long in(String text) {
    Matcher matcher = NUMBER.matcher(text.replace("\0", ""));
    long traces = 0;
    while (matcher.find()) {
      traces += sought.contains(matcher.group(1) + matcher.group(2)) ? 1 : 0;
    }
    return traces;
  }

  private long decoded(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(".parquet")) {
      return rows("jdbc:duckdb:", "'" + file + "'");
    }
    if (name.endsWith(".duckdb")) {
      String url = "jdbc:duckdb:" + file;
      return Sql.rows(url, "SELECT table_name FROM duckdb_tables()").stream()
          .mapToLong(table -> rows(url, '"' + table.getFirst() + '"'))
          .sum();
    }
    return 0;
  }

  private long rows(String url, String table) {
    return Sql.rows(url, "SELECT row::VARCHAR FROM %s row".formatted(table)).stream()
        .mapToLong(row -> in(row.getFirst()))
        .sum();
  }
}
