package se.helhetssyn.analytics.mart;

/**
 * A column of the mart.
 *
 * @param name snake case
 * @param type SQL type as DuckDB and Spark both spell it
 * @param required whether it is never null
 */
public record MartColumn(String name, String type, boolean required) {
  static MartColumn required(String name, String type) {
    return new MartColumn(name, type, true);
  }

  static MartColumn optional(String name, String type) {
    return new MartColumn(name, type, false);
  }

  String ddl() {
    return name + ' ' + type + (required ? " NOT NULL" : "");
  }
}
