package se.helhetssyn.datasets.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table that may be delivered.
 *
 * @param name table name, snake case; also the stem of its files' names
 * @param title Swedish heading
 * @param description Swedish: the table's grain
 * @param fields its columns, in the order of its files
 * @param primaryKey columns that together tell a row from every other
 * @param foreignKeys where its columns point
 * @param rules a row that breaks one of these is quarantined with the rule's code
 * @param flags a row that breaks one of these is kept, marked with the code and counted
 * @param eventDates date and timestamp columns that may not lie after the day of extraction
 * @param registration which columns tell how late its rows are registered; null where none do
 */
public record TableSchema(
    String name,
    String title,
    String description,
    List<FieldSchema> fields,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys,
    List<RowRule> rules,
    List<RowRule> flags,
    List<String> eventDates,
    @Nullable Registration registration) {
  public TableSchema {
    fields = List.copyOf(fields);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
    rules = List.copyOf(rules);
    flags = List.copyOf(flags);
    eventDates = List.copyOf(eventDates);
  }

  /** A table that does not tell how late its rows are registered. */
  public TableSchema(
      String name,
      String title,
      String description,
      List<FieldSchema> fields,
      List<String> primaryKey,
      List<ForeignKey> foreignKeys,
      List<RowRule> rules,
      List<RowRule> flags,
      List<String> eventDates) {
    this(name, title, description, fields, primaryKey, foreignKeys, rules, flags, eventDates, null);
  }

  /**
   * How late a row is registered: the days from one of its columns to another.
   *
   * @param event date or timestamp column: when what the row is about happened
   * @param registered date or timestamp column: when the row was typed in
   */
  public record Registration(String event, String registered) {
    List<String> columns() {
      return List.of(event, registered);
    }
  }

  /** The column of that name; throws {@link IllegalArgumentException} if there is none. */
  public FieldSchema field(String column) {
    return fields.stream()
        .filter(field -> field.name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + column));
  }

  /** Names of all columns, in order: the header of the table's files. */
  public List<String> columns() {
    return fields.stream().map(FieldSchema::name).toList();
  }
}
