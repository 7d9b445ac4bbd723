package se.helhetssyn.pipelines.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.helhetssyn.pipelines.delivery.Delivery;

/**
 * Mappings tried on a delivery without writing anything.
 *
 * @param trials mapping's file name → how it went
 * @param canonical names of files that are read in the canonical layout
 * @param ignored names of files that are not read
 */
public record DeliveryTrial(
    Map<String, MappingTrial> trials, List<String> canonical, List<String> ignored) {

  /** Tries mappings on the files of a folder. */
  public static DeliveryTrial of(Path folder, Mappings mappings) {
    Delivery delivery = Delivery.receive(folder, mappings, List.of(), stopped -> {});
    return new DeliveryTrial(
        mappings.trials(delivery), mappings.canonicalBeside(delivery), delivery.ignored());
  }

  /**
   * Tries every row of a delivery, those of canonical files too.
   *
   * @return what is said of each table, once for each layout that gives it rows
   */
  public static List<TriedTable> rows(Delivery delivery, Mappings mappings) {
    return mappings.everyTrial(delivery).flatMap(trial -> trial.tried().stream()).toList();
  }

  /** Whether every row of every mapping would come through. */
  public boolean passes() {
    return trials.values().stream().allMatch(MappingTrial::passes);
  }

  /** What was found, in Swedish. */
  public String report() {
    List<String> lines = new ArrayList<>();
    trials.forEach((name, trial) -> {
      if (trials.size() > 1) {
        lines.add("Mappningen " + name);
      }
      lines.add(trial.report());
    });
    section("Filer som läses i det kanoniska formatet och inte prövas här", canonical, lines);
    section("Filer som ingen läser", ignored, lines);
    return String.join(System.lineSeparator(), lines);
  }

  private static void section(String heading, List<String> names, List<String> lines) {
    if (!names.isEmpty()) {
      lines.add(heading);
      names.forEach(name -> lines.add("  " + name));
    }
  }
}
