package se.helhetssyn.pipelines.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for texts in the names, the bytes and the decoded values of all that lies in a folder. */
final class KeyTraces {
  private static final int SMALLEST_PARQUET = 12;

  private KeyTraces() {}

  /** Files that hold one of the texts. */
  static List<String> of(List<String> texts, Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String whole =
            file + " " + new String(Files.readAllBytes(file), ISO_8859_1) + decoded(file, texts);
        if (texts.stream().anyMatch(whole::contains)) {
          found.add(folder.relativize(file).toString());
        }
      }
    }
    return found;
  }

  /**
   * The decoded rows that hold one of the texts. A file of Parquet that was never written out has
   * nothing to decode.
   */
  private static String decoded(Path file, List<String> texts) {
    String name = file.getFileName().toString();
    if (name.endsWith(".parquet") && file.toFile().length() > SMALLEST_PARQUET) {
      return lines("jdbc:duckdb:", "'" + file + "'", texts);
    }
    if (!name.endsWith(".duckdb")) {
      return "";
    }
    String url = "jdbc:duckdb:" + file;
    StringBuilder text = new StringBuilder();
    Sql.rows(url, "SELECT table_name FROM duckdb_tables()")
        .forEach(table -> text.append(lines(url, '"' + table.getFirst() + '"', texts)));
    return text.toString();
  }

  /** The different texts of a table's columns that hold one of the texts. */
  private static String lines(String url, String table, List<String> texts) {
    String any = texts.stream().map(KeyTraces::isHeld).collect(joining(" OR "));
    String columns =
        Sql.rows(
                url,
                "SELECT column_name FROM (DESCRIBE FROM %s) WHERE column_type LIKE '%%VARCHAR%%'"
                    .formatted(table))
            .stream()
            .map(column ->
                "SELECT line FROM (SELECT DISTINCT \"%s\"::VARCHAR AS line FROM %s) WHERE %s"
                    .formatted(column.getFirst(), table, any))
            .collect(joining(" UNION ALL "));
    return columns.isEmpty()
        ? ""
        : Sql.rows(url, columns).stream().map(List::getFirst).collect(joining(" "));
  }

  private static String isHeld(String text) {
    return "contains(line, '%s')".formatted(text.replace("'", "''"));
  }
}
