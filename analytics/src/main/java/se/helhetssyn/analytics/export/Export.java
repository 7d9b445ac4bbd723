package se.helhetssyn.analytics.export;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.helhetssyn.analytics.export.ExportException.Fault;
import se.helhetssyn.analytics.quality.Thresholds;
import se.helhetssyn.analytics.quality.ThresholdsException;

/**
 * Writes one file from a layer of a generation. The same layer always gives the same rows in the
 * same order. The file appears whole or not at all; one that is already there is replaced.
 */
public final class Export {
  private final Path mart;
  private final Path out;

  private Export(Path mart, Path out) {
    this.mart = mart.toAbsolutePath().normalize();
    this.out = out.toAbsolutePath().normalize();
  }

  /**
   * Writes the file.
   *
   * @param martFile a layer's file; it is only read
   * @param out the file to write, in a folder that exists
   * @throws ExportException when nothing was written: {@link Fault#REFUSED} if any protected figure
   *     of the layer carries a number or a reason, {@link Fault#OUTPUT} or {@link Fault#MART}
   */
  public static void write(Path martFile, What what, Format format, Path out) {
    write(martFile, what, format, out, Thresholds.NONE);
  }

  /**
   * Writes the file, with other thresholds for checks of quality.
   *
   * @throws ThresholdsException if a threshold is about a rule that there is not; nothing was
   *     written
   */
  public static void write(
      Path martFile, What what, Format format, Path out, Thresholds thresholds) {
    new Export(martFile, out).write(what, format, thresholds);
  }

  private void write(What what, Format format, Thresholds thresholds) {
    requireReadableMart();
    requireWritableFile();
    Path temporary = out.resolveSibling("." + out.getFileName() + "." + UUID.randomUUID());
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      String rows = open(statement, what, format, thresholds);
      copy(statement, rows, format, temporary);
    } catch (SQLException e) {
      throw new ExportException(Fault.MART, "Lagret %s kan inte läsas.".formatted(mart), e);
    } finally {
      delete(temporary);
    }
  }

  private void requireReadableMart() {
    if (!Files.isRegularFile(mart)) {
      throw new ExportException(Fault.MART, "Lagret %s finns inte.".formatted(mart));
    }
  }

  private void requireWritableFile() {
    if (Files.isDirectory(out)) {
      throw refusedOutput("%s är en mapp. Ange namnet på en fil att skriva till.");
    }
    Path folder = out.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw refusedOutput("%s kan inte skrivas: mappen finns inte.");
    }
    if (isMart()) {
      throw refusedOutput("%s är lagret som exporteras. Ange en annan fil.");
    }
  }

  private boolean isMart() {
    try {
      return Files.exists(out) && Files.isSameFile(mart, out);
    } catch (IOException e) {
      throw new ExportException(Fault.OUTPUT, "%s kan inte skrivas.".formatted(out), e);
    }
  }

  private ExportException refusedOutput(String sentence) {
    return new ExportException(Fault.OUTPUT, sentence.formatted(out));
  }

  /** The query of what is written, once the gate has let the layer pass. */
  private String open(Statement statement, What what, Format format, Thresholds thresholds)
      throws SQLException {
    statement.execute("ATTACH %s AS mart (READ_ONLY)".formatted(literal(mart)));
    ProtectionGate.requireNoHiddenNumbers(statement);
    requireTable(statement, what.table());
    if (what == What.QUALITY) {
      CheckedTable.create(statement, thresholds);
    }
    String query = what.query();
    return "SELECT %s FROM (%s) ORDER BY %s"
        .formatted(writtenColumns(statement, query, format), query, what.order());
  }

  private void requireTable(Statement statement, String table) throws SQLException {
    if (!ProtectionGate.holds(statement, table)) {
      throw new ExportException(
          Fault.MART,
          "Lagret %s är skrivet av en äldre version av Helhetssyn och saknar det som ska skrivas. Gör en ny körning."
              .formatted(mart));
    }
  }

  private static String writtenColumns(Statement statement, String query, Format format)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet result = statement.executeQuery("DESCRIBE " + query)) {
      while (result.next()) {
        boolean text = "VARCHAR".equals(result.getString("column_type"));
        columns.add(format.written(result.getString("column_name"), text));
      }
    }
    return columns.stream().collect(joining(", "));
  }

  private void copy(Statement statement, String rows, Format format, Path temporary) {
    try {
      switch (format) {
        case CSV -> copy(statement, rows, "FORMAT csv, HEADER true, DELIMITER ','", temporary);
        case PARQUET -> copy(statement, rows, "FORMAT parquet", temporary);
        case XLSX -> new WorkbookFile().write(statement, rows, temporary);
        case ARROW -> new ArrowFile().write(statement, rows, temporary);
      }
      Files.move(
          temporary, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (SQLException | IOException e) {
      throw new ExportException(Fault.OUTPUT, "%s kunde inte skrivas.".formatted(out), e);
    }
  }

  private static void copy(Statement statement, String rows, String options, Path file)
      throws SQLException {
    statement.execute("COPY (%s) TO %s (%s)".formatted(rows, literal(file), options));
  }

  private static String literal(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  private void delete(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new ExportException(Fault.OUTPUT, "%s kunde inte städas bort.".formatted(temporary), e);
    }
  }
}
