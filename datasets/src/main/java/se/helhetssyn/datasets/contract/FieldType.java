package se.helhetssyn.datasets.contract;

import java.util.Arrays;
import java.util.Optional;

/** Type of a column, after Frictionless Table Schema; text in a file takes the form stated here. */
public enum FieldType {
  /** Any text. */
  STRING("string"),
  /** A whole number, without separators. */
  INTEGER("integer"),
  /** A decimal number with a point. */
  DECIMAL("number"),
  /** A day, {@code 2026-03-05}. */
  DATE("date"),
  /** A point in time, {@code 2026-03-05T08:30:00}; without a zone it is Swedish local time. */
  TIMESTAMP("datetime"),
  /** {@code true} or {@code false}. Answers that may be unknown are codes, not booleans. */
  BOOLEAN("boolean");

  private final String frictionlessName;

  FieldType(String frictionlessName) {
    this.frictionlessName = frictionlessName;
  }

  /** The type's name in a descriptor. */
  public String frictionlessName() {
    return frictionlessName;
  }

  static Optional<FieldType> find(String frictionlessName) {
    return Arrays.stream(values())
        .filter(type -> type.frictionlessName.equals(frictionlessName))
        .findFirst();
  }
}
