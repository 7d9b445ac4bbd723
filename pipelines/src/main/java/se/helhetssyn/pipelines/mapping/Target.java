package se.helhetssyn.pipelines.mapping;

import java.io.Serializable;
import java.util.List;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;

/**
 * What the contract says of a column, as far as making its values needs to know.
 *
 * @param column its name
 * @param type what its values are
 * @param answer whether its codes hold both yes and no
 */
record Target(String column, FieldType type, boolean answer) implements Serializable {
  /** A part of a value, or a key. */
  static final Target TEXT = new Target("", FieldType.STRING, false);

  static Target of(FieldSchema field) {
    return new Target(field.name(), field.type(), field.codes().containsAll(List.of("YES", "NO")));
  }

  boolean isDay() {
    return type == FieldType.DATE || type == FieldType.TIMESTAMP;
  }

  boolean isNumber() {
    return type == FieldType.INTEGER || type == FieldType.DECIMAL;
  }
}
