package se.helhetssyn.analytics.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;

/**
 * Tables made of the canonical ones and the {@link RunTable run's}, which definitions may speak of
 * like any other. Each may read those before it.
 */
public enum DerivedTable {
  /**
   * One row per stay at home or with care in the home: {@code [start_date, until)}, ended by death;
   * one that goes on ends with the year 9999.
   */
  STAY(
      "enrolment",
      List.of("enrolment_id"),
      List.of("person_key", "org_unit_id", "enrolment_type", "start_date", "until")),

  /** One row per person and day on which a stay begins, ends or has ended. */
  TURN("enrolment", List.of("person_key", "reference_day"), List.of()),

  /**
   * Rule R01 on each {@link #TURN}: who is responsible for a person. A resident of a residential
   * home belongs to the home; else a person in home health care to the unit of the parallel home
   * care, known or not, or to the geographical unit where there is none. Where stays overlap the
   * latest start wins; on its last day a stay counts unless another has begun, and the person is
   * not {@code present} then.
   */
  RESPONSIBLE(
      "enrolment",
      List.of("person_key", "reference_day"),
      List.of("stay_start", "unit", "geographical_unit", "present")),

  /** The same through time: one row per person and {@code [from_day, to_day)}. */
  RESPONSIBILITY(
      "enrolment",
      List.of("person_key", "from_day"),
      List.of("to_day", "stay_start", "unit", "geographical_unit", "present")),

  /**
   * One row per person in scope (rule R01) and day of the table {@code period_end}: {@code
   * stay_start} is the first day of the stay at hand, {@code unit} and {@code geographical_unit}
   * are who is responsible.
   */
  PERSON_IN_SCOPE(
      "enrolment",
      List.of("person_key", "reference_day"),
      List.of("stay_start", "unit", "geographical_unit")),

  /**
   * One row per person and unbroken time in scope, at whatever units: {@code [start_day, end_day)}.
   * Stays that overlap or touch are one.
   */
  SCOPE_INTERVAL("enrolment", List.of("person_key", "start_day"), List.of("end_day")),

  /** One row per person and unbroken time in hospital: {@code [from_day, to_day)}. */
  HOSPITAL_INTERVAL("enrolment", List.of("person_key", "from_day"), List.of("to_day")),

  /** One row per person, {@link RunTable#SPAN} and unit: days there, those in hospital left out. */
  PERSON_DAYS(
      "enrolment",
      List.of("person_key", "span_start", "unit", "geographical_unit"),
      List.of("days")),

  /** One row per person who died and was in scope the day before, with who was responsible then. */
  DEATH_IN_SCOPE(
      Set.of("enrolment", "person"),
      List.of("person_key"),
      List.of("death_date", "unit", "geographical_unit")),

  /** One row per unit and pause of its own or of a node above it, both days inclusive. */
  CONFERENCE_PAUSE("org_unit", List.of("org_unit_id", "date_from"), List.of("date_to")),

  /**
   * One row per unit and finished window of twelve months that it was there for: in how many months
   * a conference was held, and the longest gap in days.
   */
  CONFERENCE_SPREAD(
      "conference",
      List.of("org_unit_id", "window_start"),
      List.of("window_end", "months_held", "longest_gap"));

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nothing changes
  private final Set<String> restsOn;

  @SuppressWarnings("ImmutableEnumChecker") // its lists and maps are copies that nothing changes
  private final TableShape shape;

  DerivedTable(String restsOn, List<String> key, List<String> values) {
    this(Set.of(restsOn), key, values);
  }

  DerivedTable(Set<String> restsOn, List<String> key, List<String> values) {
    this.restsOn = Set.copyOf(restsOn);
    List<String> columns = Stream.concat(key.stream(), values.stream()).toList();
    this.shape = new TableShape(name().toLowerCase(Locale.ROOT), columns, key, Map.of());
  }

  /** The name definitions call it by. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The query that makes it, in an engine's dialect. */
  public String query(ExpressionSql sql) {
    String here = days(sql, "greatest(r.from_day, d.span_start)", "least(r.to_day, d.span_end)");
    String away = days(sql, "greatest(h.from_day, t.first_day)", "least(h.to_day, t.end_day)");
    return resource(tableName() + ".sql").replace("${here}", here).replace("${away}", away);
  }

  private static String days(ExpressionSql sql, String from, String to) {
    return sql.dialect() == Dialect.SPARK
        ? "datediff(%s, %s)".formatted(to, from)
        : "date_diff('day', %s, %s)".formatted(from, to);
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(DerivedTable.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TableShape shape() {
    return shape;
  }

  /** The canonical tables that must have been delivered for it: without them it tells nothing. */
  Set<String> restsOn() {
    return restsOn;
  }

  static Optional<DerivedTable> find(String table) {
    return Stream.of(values()).filter(d -> d.tableName().equals(table)).findFirst();
  }
}
