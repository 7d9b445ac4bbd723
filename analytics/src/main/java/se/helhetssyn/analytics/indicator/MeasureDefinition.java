package se.helhetssyn.analytics.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;

/**
 * Rows that count and the series made of them. Names made by lookups, scope and related rows can be
 * used in every later expression.
 *
 * @param from canonical table, or a {@link DerivedTable}
 * @param at null for events, which count in every period that holds their date
 * @param lookups columns fetched from the one row another table has for it
 * @param scope looks up who is responsible for a person on a day; null if not asked for
 * @param related counts and sums of the rows other tables have for it
 * @param where which rows count at all; knows no period and no related rows
 * @param repeats finds rows that end a series of like ones; null if not asked for
 * @param date the counting date
 * @param unit unit that a row belongs to, per attribution
 * @param unitWhere attribution → whether the row counts there at all; TRUE where not stated
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
    @Nullable Repeats repeats,
    Expression date,
    Map<String, Expression> unit,
    @JsonProperty("unit_where") Map<String, Expression> unitWhere,
    @Nullable Expression person,
    List<SeriesDefinition> series) {

  /**
   * A value of the last of several rows; of equal ones the one with the highest key.
   *
   * @param where which of the rows to look at; null for all
   * @param order the last in this order, absent values first
   * @param take its value
   */
  public record Latest(@Nullable Expression where, List<Expression> order, Expression take) {
    public Latest {
      order = IndicatorDefinition.orEmpty(order);
    }
  }

  private static final Set<String> OPTIONAL = Set.of("org_unit", "unit_calendar", "absence");

  public MeasureDefinition {
    lookups = IndicatorDefinition.orEmpty(lookups);
    related = IndicatorDefinition.orEmpty(related);
    unit = ordered(unit);
    unitWhere = ordered(unitWhere);
    series = IndicatorDefinition.orEmpty(series);
  }

  /** When rows are evaluated, other than when they happen; the names it adds to each row. */
  public enum Instant {
    /** At every month's last day, which may be that of a quarter or a year. */
    PERIOD_ENDS,
    /** Once in each period that holds the row's date, told by itself and never added up. */
    EACH_PERIOD,
    /** At every quarter's last day for the quarter, and on 1 March for the year. */
    NATIONAL_DAYS,
    /** Once for each twelve months that begin with March; the first day is the counting day. */
    MARCH_YEARS,
    /** Once in the window of twelve months that ends on the row's date. */
    WINDOWS;

    /** The columns it adds. */
    List<String> names() {
      return switch (this) {
        case PERIOD_ENDS -> List.of("reference_day");
        case EACH_PERIOD -> List.of("period_kind", "period_start", "period_end");
        case NATIONAL_DAYS -> List.of("reference_day", "period_kind");
        case MARCH_YEARS -> List.of("reference_day", "period_start", "period_end");
        case WINDOWS -> List.of();
      };
    }

    /** Whether a row is evaluated on a last day, so that an unfinished period has none. */
    boolean endsPeriods() {
      return this != EACH_PERIOD;
    }
  }

  /**
   * Finds rows that end a series of like ones: gives {@code repeats}, whether so many rows of so
   * many persons fall within the days that end with the row's; {@code repeated_before}, the latest
   * earlier day on which a row of the same combination did; and {@code repeats_first_today}, true
   * for one row of a combination and day.
   *
   * @param of columns that like rows have alike, absent values too
   * @param day expression
   * @param withinDays length of the time, a number or the name of a parameter; the row's day is one
   * @param atLeast rows, a number or the name of a parameter
   * @param persons different persons, a number or the name of a parameter
   */
  public record Repeats(
      List<String> of,
      Expression day,
      @JsonProperty("within_days") String withinDays,
      @JsonProperty("at_least") String atLeast,
      String persons) {
    static final List<String> NAMES = List.of("repeats", "repeated_before", "repeats_first_today");

    public Repeats {
      of = IndicatorDefinition.orEmpty(of);
    }
  }

  /**
   * Columns of one row of another table; absent where it has none. Each lookup may use what those
   * before it fetched.
   *
   * @param table canonical table, or a {@link DerivedTable}
   * @param on its columns → the row's that it is fetched for
   * @param where which of its rows may be taken; {@code row.x} is x of the row it is fetched for
   * @param order empty where {@code on} is the table's key; else the first row in this order is
   *     taken, absent values last, and of equal ones the one with the lowest key
   * @param last whether the last row in that order is taken instead: of equal ones the one with the
   *     highest key; absent values come last here too
   * @param take new name → expression over the other table
   * @param optional whether the table need not have been delivered
   */
  public record Lookup(
      String table,
      Map<String, String> on,
      @Nullable Expression where,
      List<Expression> order,
      boolean last,
      Map<String, Expression> take,
      boolean optional) {
    public Lookup {
      on = ordered(on);
      order = IndicatorDefinition.orEmpty(order);
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
   * Counts and sums of another table's rows; 0 where there are none. In all of its expressions
   * {@code row.x} is the counted row's x.
   *
   * @param table canonical table, or a {@link DerivedTable}
   * @param lookups columns fetched for its rows first
   * @param scope who is responsible for the person of each of its rows; null if not asked for
   * @param on its columns → the counted row's
   * @param where which of its rows to look at; null for all
   * @param count new name → condition over the other table
   * @param sum new name → whole number over the other table; absent ones add nothing
   * @param min new name → value over the other table, the smallest; absent where there are none
   * @param max new name → value over the other table, the largest; absent where there are none
   * @param latest new name → value over the other table, of the last row in an order
   * @param optional whether the table need not have been delivered
   */
  public record Related(
      String table,
      List<Lookup> lookups,
      @Nullable Scope scope,
      Map<String, String> on,
      @Nullable Expression where,
      Map<String, Expression> count,
      Map<String, Expression> sum,
      Map<String, Expression> min,
      Map<String, Expression> max,
      Map<String, Latest> latest,
      boolean optional) {
    public Related {
      lookups = IndicatorDefinition.orEmpty(lookups);
      on = ordered(on);
      count = ordered(count);
      sum = ordered(sum);
      min = ordered(min);
      max = ordered(max);
      latest = ordered(latest);
    }

    /** The names it makes. */
    Stream<String> names() {
      return Stream.of(count, sum, min, max, latest).flatMap(m -> m.keySet().stream());
    }
  }

  /**
   * Canonical tables that must have been delivered. Without {@code org_unit} there is no run; the
   * others are none where there is nothing to tell.
   */
  Stream<String> tables() {
    return Stream.concat(
            reads(from, lookups, scope),
            related.stream()
                .filter(r -> !r.optional())
                .flatMap(r -> reads(r.table, r.lookups, r.scope)))
        .flatMap(t -> DerivedTable.find(t).map(DerivedTable::restsOn).orElse(Set.of(t)).stream())
        .filter(t -> !OPTIONAL.contains(t));
  }

  private static Stream<String> reads(String table, List<Lookup> lookups, @Nullable Scope scope) {
    return Stream.of(
            Stream.of(table),
            lookups.stream().filter(l -> !l.optional()).map(Lookup::table),
            scope == null ? Stream.<String>empty() : Stream.of("enrolment"))
        .flatMap(s -> s);
  }

  /** Columns with a code list → its values: the table's own, and those fetched as they are. */
  Map<String, List<String>> codes(Map<String, TableShape> tables) {
    Map<String, List<String>> codes = new HashMap<>(codes(from, tables));
    for (Lookup lookup : lookups) {
      Map<String, List<String>> theirs = codes(lookup.table, tables);
      lookup.take.forEach((name, taken) -> {
        if (taken instanceof Expression.Column c && theirs.containsKey(c.name())) {
          codes.put(name, theirs.get(c.name()));
        }
      });
    }
    return codes;
  }

  private static Map<String, List<String>> codes(String table, Map<String, TableShape> tables) {
    TableShape shape = tables.get(table);
    return shape == null ? Map.of() : shape.codes();
  }

  static <T> Map<String, T> ordered(@Nullable Map<String, T> map) {
    return Collections.unmodifiableMap(
        new LinkedHashMap<>(Objects.requireNonNullElse(map, Map.of())));
  }
}
