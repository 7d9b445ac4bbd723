package se.helhetssyn.pipelines.file;

import java.nio.file.Path;

/** How DuckDB's SQL names a file. */
public final class DuckDbName {
  private DuckDbName() {}

  /** A file to be read, as a literal: none of its characters is a pattern. */
  public static String toRead(Path file) {
    return literal(file.toString().replaceAll("[*?\\[]", "[$0]"));
  }

  /** A file to be written, as a literal. */
  public static String toWrite(Path file) {
    return literal(file.toString());
  }

  private static String literal(String name) {
    return "'" + name.replace("'", "''") + "'";
  }
}
