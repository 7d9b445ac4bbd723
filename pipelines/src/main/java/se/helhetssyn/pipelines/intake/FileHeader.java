package se.helhetssyn.pipelines.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Reads the names of a delivered file's columns and refuses files that have none. */
public final class FileHeader {
  /** What a decoder puts where bytes are no UTF-8. */
  private static final char UNREADABLE = '\uFFFD';

  private FileHeader() {}

  static boolean isParquet(Path file) {
    return file.getFileName().toString().endsWith(".parquet");
  }

  /** The file's columns, in their order; a {@link Refusal} for a file without a usable header. */
  public static List<String> read(Path file) {
    String name = file.getFileName().toString();
    if (sizeOf(file) == 0) {
      throw empty(file);
    }
    List<String> header = isParquet(file) ? ofParquet(file) : ofCsv(file);
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (column.isBlank()) {
        throw Refusal.badInput(
            "Filen %s har en kolumn utan namn: kontrollera rubrikraden.".formatted(name));
      }
      if (!seen.add(column.toLowerCase(Locale.ROOT))) {
        throw Refusal.badInput(
            "Filen %s har kolumnen %s två gånger: kontrollera rubrikraden."
                .formatted(name, column));
      }
    }
    return header;
  }

  private static List<String> ofParquet(Path file) {
    String columns =
        "SELECT column_name FROM (DESCRIBE FROM read_parquet('%s'))"
            .formatted(file.toString().replace("'", "''"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet names = statement.executeQuery(columns)) {
      List<String> header = new ArrayList<>();
      while (names.next()) {
        header.add(names.getString(1));
      }
      return header;
    } catch (SQLException e) {
      throw Refusal.badInput(
          "Filen %s går inte att läsa som Parquet: leverera den på nytt."
              .formatted(file.getFileName()));
    }
  }

  private static List<String> ofCsv(Path file) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().detectBomHeader(true).skipEmptyLines(true).ofCsvRecord(file)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        throw empty(file);
      }
      List<String> header = records.next().getFields().stream().map(String::strip).toList();
      if (header.stream().anyMatch(column -> column.indexOf(UNREADABLE) >= 0)) {
        throw notUtf8(file);
      }
      return header;
    } catch (CsvParseException e) {
      throw Refusal.badInput(
          "Filen %s har en rubrikrad som inte går att tolka: kontrollera citattecknen."
              .formatted(file.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Refusal notUtf8(Path file) {
    return Refusal.badInput(
        "Filen %s är inte skriven i UTF-8: exportera den på nytt med den teckenkodningen."
            .formatted(file.getFileName()));
  }

  private static Refusal empty(Path file) {
    return Refusal.badInput(
        "Filen %s är tom: leverera den på nytt, eller ta bort den om tabellen inte levereras."
            .formatted(file.getFileName()));
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
