package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import se.helhetssyn.analytics.indicator.DefinitionException;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.TableShape;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.indicators.IndicatorFiles;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Loads the indicator definitions in force, with a municipality's own parameters. */
final class Definitions {
  private Definitions() {}

  static IndicatorCatalogue load(DataPackage contract, Map<String, Map<String, Integer>> local) {
    return load(contract, local, problem -> problem);
  }

  /** A mistake in a setting is told with where the setting comes from. */
  static IndicatorCatalogue load(DataPackage contract, RunSettings settings) {
    return load(contract, settings.indicators(), settings::traced);
  }

  private static IndicatorCatalogue load(
      DataPackage contract,
      Map<String, Map<String, Integer>> local,
      UnaryOperator<String> wording) {
    List<TableShape> tables = contract.tables().stream().map(Definitions::shape).toList();
    try {
      return IndicatorCatalogue.read(IndicatorFiles.texts(), tables).with(local);
    } catch (DefinitionException e) {
      throw Refusal.badConfiguration(e.problems().stream().map(wording).collect(joining("\n")));
    }
  }

  private static TableShape shape(TableSchema table) {
    return new TableShape(
        table.name(),
        table.columns(),
        table.primaryKey(),
        table.fields().stream()
            .filter(f -> !f.codes().isEmpty())
            .collect(toMap(FieldSchema::name, FieldSchema::codes)));
  }
}
