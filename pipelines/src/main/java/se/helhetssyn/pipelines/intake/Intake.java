package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.StoreState;

/**
 * What an intake gave.
 *
 * @param inputs delivered files
 * @param tables conservation of rows, per table that came, in the order of the contract
 * @param findings what was found, per rule, table, file and unit
 * @param checked rows that each rule was held against
 * @param silent months of units whose sudden zero is not believed
 * @param accounts where the rows of each file went, those that were turned away too
 * @param incomplete tables whose rows are kept but not computed with: a file of theirs was turned
 *     away, and nobody can tell what it was about
 * @param state what the generation stands on
 * @param deliveries every file that ever came
 * @param changes how the trusted rows changed since the served generation
 * @param comparisons full loads of one source held against each other
 */
public record Intake(
    List<Manifest.Input> inputs,
    List<Manifest.TableCount> tables,
    List<Finding> findings,
    List<CheckedRows> checked,
    List<SilentMonth> silent,
    List<FileAccount> accounts,
    Set<String> incomplete,
    StoreState state,
    DeliveryLog deliveries,
    List<RowChange> changes,
    List<DeliveryComparison> comparisons) {

  /** Canonical table → version of its trusted rows, for every table that is computed with. */
  public Map<String, Long> versions() {
    return state.trusted().entrySet().stream()
        .filter(table -> !incomplete.contains(table.getKey()))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
