package se.helhetssyn.pipelines.door;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;

/** What is known of a column before it is searched for identity numbers. */
public enum ColumnKind {
  /** Text and codes: ten digits alone are searched too. */
  TEXT,
  /** Running numbers, figures and dates: ten digits alone may be one of these. */
  NUMBER_LIKE,
  /** Keys of 64 hexadecimal digits, which are not searched while they have that form. */
  HEX_KEY,
  /** Excepted by the data protection officer; the decision is on record. */
  EXCEPTED;

  /** What the contract tells of its columns: column → kind. */
  public static Map<String, ColumnKind> of(TableSchema table) {
    return table.fields().stream().collect(toMap(FieldSchema::name, ColumnKind::of));
  }

  private static ColumnKind of(FieldSchema field) {
    return switch (field.type()) {
      case INTEGER, DECIMAL, DATE, TIMESTAMP -> NUMBER_LIKE;
      case STRING -> field.name().equals("person_key") ? HEX_KEY : TEXT;
      case BOOLEAN -> TEXT;
    };
  }
}
