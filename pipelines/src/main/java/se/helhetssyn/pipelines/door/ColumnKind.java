package se.helhetssyn.pipelines.door;

import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * What is known of a column before it is searched for identity numbers; the kind that is searched
 * the most strictly comes first.
 */
public enum ColumnKind {
  /** Text and codes: ten digits alone are searched too. */
  TEXT,
  /** Keys of 64 hexadecimal digits, which are not searched while they have that form. */
  HEX_KEY,
  /**
   * Running numbers, figures, dates and what nobody tells of: a whole value that looks like an
   * identity number may be one of these.
   */
  NUMBER_LIKE,
  /** Excepted by the data protection officer; the decision is on record. */
  EXCEPTED;

  /**
   * What the contract tells of its columns: column → kind. Keys of other things than persons are
   * running numbers in many systems, whatever their type.
   */
  public static Map<String, ColumnKind> of(TableSchema table) {
    Set<String> keys = new HashSet<>(table.primaryKey());
    table.foreignKeys().forEach(key -> keys.addAll(key.fields()));
    return table.fields().stream()
        .collect(toMap(FieldSchema::name, field -> of(field, keys.contains(field.name()))));
  }

  private static ColumnKind of(FieldSchema field, boolean key) {
    return switch (field.type()) {
      case INTEGER, DECIMAL, DATE, TIMESTAMP -> NUMBER_LIKE;
      case STRING -> field.name().equals("person_key") ? HEX_KEY : key ? NUMBER_LIKE : TEXT;
      case BOOLEAN -> TEXT;
    };
  }

  /** The kind of a column that is used as both. */
  public ColumnKind stricter(ColumnKind other) {
    return compareTo(other) < 0 ? this : other;
  }
}
