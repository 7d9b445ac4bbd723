package se.helhetssyn.datasets.fault;

import java.util.Random;

/** How many faults a delivery gets. */
public enum FaultLevel {
  /** A sound delivery. */
  NONE,
  /** What an ordinary real delivery holds: a few of each common kind. */
  TYPICAL,
  /** Every kind that files can carry, several times each. */
  HEAVY;

  boolean plants(Fault fault) {
    return switch (this) {
      case NONE -> false;
      case TYPICAL -> fault.common();
      case HEAVY -> true;
    };
  }

  Pace pace(Random random) {
    return switch (this) {
      case NONE, TYPICAL -> new Pace(random, 40, 1.9);
      case HEAVY -> new Pace(random, 2, 1.35);
    };
  }
}
