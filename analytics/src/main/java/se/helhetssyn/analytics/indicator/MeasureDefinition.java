package se.helhetssyn.analytics.indicator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;

/**
 * Rows that count and the series made of them. Names made by lookups, scope and related counts can
 * be used in every later expression.
 *
 * @param from canonical table, or {@link #PERSON_IN_SCOPE}
 * @param at null for events; {@link Instant#PERIOD_ENDS} evaluates each row at the end of each
 *     period, known as {@code reference_day}
 * @param lookups columns fetched from the one row another table has for it
 * @param scope looks up who is responsible for a person on a day; null if not asked for
 * @param related counts of the rows other tables have for it
 * @param where which rows count at all
 * @param date the counting date
 * @param unit unit that a row belongs to, per attribution
 * @param person whom a row is about; null where the unit of count is not persons
 * @param series what is counted of the rows
 */
public record MeasureDefinition(
    String from,
    @Nullable Instant at,
    List<Lookup> lookups,
    @Nullable Scope scope,
    List<Related> related,
    @Nullable Expression where,
    Expression date,
    Map<String, Expression> unit,
    @Nullable Expression person,
    List<SeriesDefinition> series) {

  /**
   * Derived table: one row per person in scope (rule R01) and period end, with {@code person_key},
   * {@code reference_day}, {@code stay_start}, {@code unit} and {@code geographical_unit}.
   */
  public static final String PERSON_IN_SCOPE = "person_in_scope";

  public MeasureDefinition {
    lookups = IndicatorDefinition.orEmpty(lookups);
    related = IndicatorDefinition.orEmpty(related);
    unit = ordered(unit);
    series = IndicatorDefinition.orEmpty(series);
  }

  /** When rows are evaluated, other than when they happen. */
  public enum Instant {
    PERIOD_ENDS
  }

  /**
   * Columns of the one row of another table.
   *
   * @param table canonical table
   * @param on its columns → the counted row's
   * @param take new name → expression over the other table
   */
  public record Lookup(String table, Map<String, String> on, Map<String, Expression> take) {
    public Lookup {
      on = ordered(on);
      take = ordered(take);
    }
  }

  /**
   * Who is responsible for a person on a day: gives {@code in_scope}, {@code scope_unit} and {@code
   * scope_geographical_unit}.
   *
   * @param person expression
   * @param day expression
   */
  public record Scope(Expression person, Expression day) {}

  /**
   * Counts of another table's rows.
   *
   * @param table canonical table
   * @param lookups columns fetched for its rows first
   * @param on its columns → the counted row's
   * @param count new name → condition over the other table; {@code row.x} is the counted row's x
   */
  public record Related(
      String table, List<Lookup> lookups, Map<String, String> on, Map<String, Expression> count) {
    public Related {
      lookups = IndicatorDefinition.orEmpty(lookups);
      on = ordered(on);
      count = ordered(count);
    }

    Stream<String> tables() {
      return Stream.concat(Stream.of(table), lookups.stream().map(Lookup::table));
    }
  }

  Stream<String> tables() {
    Stream<String> base = Stream.of(from.equals(PERSON_IN_SCOPE) ? "enrolment" : from);
    Stream<String> scoped = scope == null ? Stream.empty() : Stream.of("enrolment");
    return Stream.of(
            base,
            scoped,
            lookups.stream().map(Lookup::table),
            related.stream().flatMap(Related::tables))
        .flatMap(s -> s);
  }

  static <T> Map<String, T> ordered(@Nullable Map<String, T> map) {
    return Collections.unmodifiableMap(
        new LinkedHashMap<>(Objects.requireNonNullElse(map, Map.of())));
  }
}
