package se.helhetssyn.pipelines.inbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.helhetssyn.datasets.contract.DataPackage;

/**
 * Rows of the inbox, as canonical text.
 *
 * @param contract the canonical tables
 * @param tables table → rows: column → text, no entry for what is absent; no table without rows
 * @param notes decisions that were left out, and why: whole sentences
 */
public record InboxRows(
    DataPackage contract, Map<String, List<Map<String, String>>> tables, List<String> notes) {
  public InboxRows {
    tables = Map.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /**
   * Writes the rows as files of a delivery in the canonical layout, {@code <table>.inbox.csv}; the
   * same rows give the same bytes.
   *
   * @param folder an existing folder
   * @return table → its file
   */
  public Map<String, Path> writeTo(Path folder) {
    Map<String, Path> files = new TreeMap<>();
    tables.forEach((table, rows) -> {
      Path file = folder.resolve(table + ".inbox.csv");
      CanonicalCsv.write(file, contract.find(table).orElseThrow(), rows);
      files.put(table, file);
    });
    return files;
  }
}
