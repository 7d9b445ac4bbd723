package se.helhetssyn.pipelines.delivery;

import java.nio.file.Path;
import java.util.List;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.mapping.MappedLayout;
import se.helhetssyn.pipelines.mapping.MappingDefinition;

/** Folders received as deliveries. */
public final class Deliveries {
  private Deliveries() {}

  /** A folder in the canonical layout. */
  public static Delivery canonical(Path folder) {
    return Delivery.receive(
        folder, new CanonicalLayout(DataPackage.load()), List.of(), stopped -> {});
  }

  /** A folder in the layout of a mapping. */
  public static Delivery mapped(Path folder, MappingDefinition mapping) {
    return Delivery.receive(folder, new MappedLayout(mapping), List.of(), stopped -> {});
  }
}
