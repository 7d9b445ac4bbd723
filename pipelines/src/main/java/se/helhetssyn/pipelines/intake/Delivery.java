package se.helhetssyn.pipelines.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * The files of a delivery in the canonical layout.
 *
 * @param tables canonical table → its files, in order of name
 * @param ignored data files that belong to no table yet, by name
 */
record Delivery(Map<String, List<Path>> tables, List<String> ignored) {

  /** Finds the files; refuses a folder that cannot be a delivery. */
  static Delivery in(Path folder, DataPackage contract) {
    Map<String, List<Path>> tables = new TreeMap<>();
    List<String> ignored = new ArrayList<>();
    for (Path file : DeliveredFile.listIn(folder)) {
      String name = file.getFileName().toString();
      if (!name.matches("[a-z_]+(\\.[^.]+)*\\.(csv|parquet)")) {
        ignored.add(name);
        continue;
      }
      String table = name.substring(0, name.indexOf('.'));
      if (contract.find(table).isPresent()) {
        tables.computeIfAbsent(table, t -> new ArrayList<>()).add(file);
      } else {
        ignored.add(name);
      }
    }
    requireUsable(folder, tables);
    return new Delivery(tables, ignored);
  }

  private static void requireUsable(Path folder, Map<String, List<Path>> tables) {
    if (!tables.containsKey("org_unit")) {
      throw Refusal.badInput(
          "I mappen %s saknas org_unit.csv: utan organisationen kan inget räknas."
              .formatted(folder));
    }
    boolean facts = tables.keySet().stream().anyMatch(Delivery::isFact);
    if (!facts) {
      throw Refusal.badInput(
          "I mappen %s finns bara organisation och personer: lägg till minst en tabell med händelser."
              .formatted(folder));
    }
  }

  private static boolean isFact(String table) {
    return !List.of("org_unit", "person", "extract_manifest").contains(table);
  }
}
