package se.helhetssyn.datasets.contract;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Empty delivery files: {@code <table>.csv} with nothing but the header, UTF-8, comma. */
public final class CsvTemplates {
  private CsvTemplates() {}

  /** Writes one template per table into the folder, which is made if it does not exist. */
  public static void write(Path dir) {
    try {
      Files.createDirectories(dir);
      for (TableSchema table : DataPackage.load().tables()) {
        try (CsvWriter csv =
            CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(dir.resolve(table.name() + ".csv"))) {
          csv.writeRecord(table.columns());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Mallarna kan inte skrivas till " + dir, e);
    }
  }
}
