package se.helhetssyn.datasets.fault;

import se.helhetssyn.datasets.quality.Treatment;

/** A kind of fault that can be planted; all of them stand in {@link Faults}. */
sealed interface Fault permits RowFault, FileFault {
  /** Id of the rule it breaks. */
  String rule();

  String table();

  /** Whether ordinary deliveries have it. */
  boolean common();

  Treatment expected();

  /** What is done, in English. */
  String done();
}
