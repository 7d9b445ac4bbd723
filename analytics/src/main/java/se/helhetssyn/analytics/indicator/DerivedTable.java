package se.helhetssyn.analytics.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables made of the canonical ones, which definitions may speak of like any other. */
public enum DerivedTable {
  /**
   * One row per person in scope (rule R01) and day of the table {@code period_end}: {@code
   * stay_start} is the first day of the stay at hand, {@code unit} and {@code geographical_unit}
   * are who is responsible.
   */
  PERSON_IN_SCOPE,

  /**
   * One row per person and unbroken time in scope, at whatever units: {@code [start_day, end_day)}.
   * Stays that overlap or touch are one; death ends them; one that goes on ends with the year 9999.
   */
  SCOPE_INTERVAL;

  private static final String SCOPE_INTERVALS = PersonInScope.resource("scope_interval.sql");

  /** The name definitions call it by. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The query that makes it; runs alike in every dialect. */
  public String query() {
    return switch (this) {
      case PERSON_IN_SCOPE -> PersonInScope.atPeriodEnds();
      case SCOPE_INTERVAL -> SCOPE_INTERVALS;
    };
  }

  TableShape shape() {
    return switch (this) {
      case PERSON_IN_SCOPE ->
          shape(
              List.of("person_key", "reference_day"),
              List.of("stay_start", "unit", "geographical_unit"));
      case SCOPE_INTERVAL -> shape(List.of("person_key", "start_day"), List.of("end_day"));
    };
  }

  private TableShape shape(List<String> key, List<String> values) {
    List<String> columns = Stream.concat(key.stream(), values.stream()).toList();
    return new TableShape(tableName(), columns, key, Map.of());
  }

  /** The canonical table that must have been delivered for it. */
  String restsOn() {
    return switch (this) {
      case PERSON_IN_SCOPE, SCOPE_INTERVAL -> "enrolment";
    };
  }

  static Optional<DerivedTable> find(String table) {
    return Stream.of(values()).filter(d -> d.tableName().equals(table)).findFirst();
  }
}
