package se.helhetssyn.pipelines.inbox;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Rows of a canonical table in a text file: UTF-8, comma, a header. */
final class CanonicalCsv {
  private CanonicalCsv() {}

  /** Column → text of every row, no entry for what is empty. */
  static List<Map<String, String>> read(InboxFile file, TableSchema schema) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file.path())) {
      for (NamedCsvRecord record : records) {
        if (!schema.columns().containsAll(record.getHeader())) {
          throw refused(file, "kolumnerna är inte tabellens");
        }
        Map<String, String> row = new HashMap<>(record.getFieldsAsMap());
        row.values().removeIf(String::isBlank);
        rows.add(row);
      }
      return rows;
    } catch (CsvParseException e) {
      throw refused(file, "raderna går inte att skilja åt");
    } catch (IOException | UncheckedIOException e) {
      throw refused(file, "filen går inte att läsa");
    }
  }

  private static Refusal refused(InboxFile file, String problem) {
    return Refusal.badConfiguration(
        "Inkorgens fil %s kan inte användas: %s.".formatted(file.name(), problem));
  }
}
