package se.helhetssyn.pipelines.run;

import java.util.List;
import java.util.Map;
import se.helhetssyn.analytics.indicator.DefinitionException;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.TableShape;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.indicators.IndicatorFiles;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Loads the indicator definitions in force, with a municipality's own parameters. */
final class Definitions {
  private Definitions() {}

  static IndicatorCatalogue load(DataPackage contract, Map<String, Map<String, Integer>> local) {
    List<TableShape> tables =
        contract.tables().stream()
            .map(t -> new TableShape(t.name(), t.columns(), t.primaryKey()))
            .toList();
    try {
      return IndicatorCatalogue.read(IndicatorFiles.texts(), tables).with(local);
    } catch (DefinitionException e) {
      throw Refusal.badConfiguration(String.join("\n", e.problems()));
    }
  }
}
