package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import se.helhetssyn.analytics.mart.Manifest;

/**
 * What an intake gave.
 *
 * @param inputs delivered files
 * @param tables conservation of rows, per table that came, in the order of the contract
 * @param quality rows per reason
 * @param ignored names of files that belong to no table yet
 */
public record Intake(
    List<Manifest.Input> inputs,
    List<Manifest.TableCount> tables,
    List<QualityCount> quality,
    List<String> ignored) {

  /** Canonical table → version of its trusted rows. */
  public Map<String, Long> versions() {
    return tables.stream().collect(toMap(Manifest.TableCount::table, Manifest.TableCount::version));
  }
}
