package se.helhetssyn.pipelines.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

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
            file + " " + new String(Files.readAllBytes(file), ISO_8859_1) + decoded(file);
        if (texts.stream().anyMatch(whole::contains)) {
          found.add(folder.relativize(file).toString());
        }
      }
    }
    return found;
  }

  /** A file of Parquet that was never written out has nothing to decode. */
  private static String decoded(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(".parquet") && file.toFile().length() > SMALLEST_PARQUET) {
      return values("jdbc:duckdb:", "'" + file + "'");
    }
    if (!name.endsWith(".duckdb")) {
      return "";
    }
    String url = "jdbc:duckdb:" + file;
    StringBuilder text = new StringBuilder();
    Sql.rows(url, "SELECT table_name FROM duckdb_tables()")
        .forEach(table -> text.append(values(url, '"' + table.getFirst() + '"')));
    return text.toString();
  }

  private static String values(String url, String table) {
    return Sql.rows(url, "SELECT line::VARCHAR FROM %s line".formatted(table)).toString();
  }
}
