package se.helhetssyn.datasets.fault;

import java.util.List;
import java.util.Set;

/** Counts what a rule finds among the rows as they are delivered. */
interface Counter {
  /** The tables it reads. */
  Set<String> tables();

  void see(Row row);

  /** What it found, without what was planted. */
  List<NaturalFault> found(List<PlantedFault> planted);

  /** Whether what was meant to be planted is there; only units over time can turn out otherwise. */
  default boolean confirms(PlantedFault fault) {
    return true;
  }
}
