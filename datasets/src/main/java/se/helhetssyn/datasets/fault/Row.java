package se.helhetssyn.datasets.fault;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A row on its way to its file, all of it text, and what has happened to it. */
final class Row {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final Layout layout;
  private String[] cells;
  private Set<String> rules = Set.of();
  private boolean dropped;
  private boolean repeated;

  Row(Layout layout, String[] cells) {
    this.layout = layout;
    this.cells = cells;
  }

  /** An empty row. */
  static Row of(Layout layout) {
    String[] cells = new String[layout.schema().fields().size()];
    Arrays.fill(cells, "");
    return new Row(layout, cells);
  }

  /** The same content, with nothing having happened to it. */
  Row copy() {
    return new Row(layout, cells.clone());
  }

  String table() {
    return layout.schema().name();
  }

  Layout layout() {
    return layout;
  }

  String[] cells() {
    return cells;
  }

  String get(String column) {
    return cells[layout.at(column)];
  }

  boolean has(String column) {
    return !get(column).isEmpty();
  }

  boolean is(String column, String value) {
    return get(column).equals(value);
  }

  /** The day of a date or a timestamp that is there. */
  LocalDate day(String column) {
    return LocalDate.parse(get(column).substring(0, 10));
  }

  LocalDateTime time(String column) {
    return LocalDateTime.parse(get(column));
  }

  Row set(String column, Object value) {
    cells[layout.at(column)] =
        value instanceof LocalDateTime time ? TIME.format(time) : value.toString();
    return this;
  }

  Row clear(String column) {
    return set(column, "");
  }

  /** Writes more after a value without quotes, so that all that follows moves one column. */
  void shiftAfter(String column, String more) {
    int at = layout.at(column) + 1;
    String[] longer = Arrays.copyOf(cells, cells.length + 1);
    System.arraycopy(cells, at, longer, at + 1, cells.length - at);
    longer[at] = more;
    cells = longer;
  }

  /** Whether its values no longer stand in their columns. */
  boolean broken() {
    return cells.length != layout.schema().fields().size();
  }

  /** The row is not delivered. */
  void drop() {
    dropped = true;
  }

  boolean dropped() {
    return dropped;
  }

  /** The row is delivered twice. */
  void repeat() {
    repeated = true;
  }

  boolean repeated() {
    return repeated;
  }

  void mark(String rule) {
    rules = new HashSet<>(rules);
    rules.add(rule);
  }

  boolean planted(String rule) {
    return rules.contains(rule);
  }

  boolean sound() {
    return rules.isEmpty();
  }

  /** The primary key, its parts joined by a bar. */
  String key() {
    return layout.schema().primaryKey().stream().map(this::get).collect(Collectors.joining("|"));
  }
}
