package se.helhetssyn.datasets.fault;

import java.util.List;
import se.helhetssyn.datasets.quality.Treatment;

/**
 * One fault that was planted.
 *
 * @param rule id of the rule it breaks, DQ01–DQ42, or {@code TEST_PERSON} for what has no number
 * @param table the table
 * @param file name of the file it lies in
 * @param keys the rows it touches by their primary key in the file, the parts of a key joined by a
 *     bar; empty if the whole file is at fault. A fault of a unit over time has {@code unit|month}
 * @param done what was done, in English
 * @param expected what an intake is expected to do
 */
public record PlantedFault(
    String rule, String table, String file, List<String> keys, String done, Treatment expected) {
  public PlantedFault {
    keys = List.copyOf(keys);
  }
}
