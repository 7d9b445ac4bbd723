package se.helhetssyn.analytics.indicator;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;

/**
 * Rows that count and the series made of them. Names made by lookups, scope and related rows can be
 * used in every later expression.
 *
 * @param from canonical table, or a {@link DerivedTable}
 * @param at null for events; {@link Instant#PERIOD_ENDS} evaluates each row at the end of each
 *     period, known as {@code reference_day}
 * @param lookups columns fetched from the one row another table has for it
 * @param scope looks up who is responsible for a person on a day; null if not asked for
 * @param related counts and sums of the rows other tables have for it
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
   * Columns of one row of another table; absent where it has none. Each lookup may use what those
   * before it fetched.
   *
   * @param table canonical table, or a {@link DerivedTable}
   * @param on its columns → the row's that it is fetched for
   * @param where which of its rows may be taken; {@code row.x} is x of the row it is fetched for
   * @param order empty where {@code on} is the table's key; else the first row in this order is
   *     taken, absent values last, and of equal ones the one with the lowest key
   * @param take new name → expression over the other table
   */
  public record Lookup(
      String table,
      Map<String, String> on,
      @Nullable Expression where,
      List<Expression> order,
      Map<String, Expression> take) {
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
   */
  public record Related(
      String table,
      List<Lookup> lookups,
      @Nullable Scope scope,
      Map<String, String> on,
      @Nullable Expression where,
      Map<String, Expression> count,
      Map<String, Expression> sum) {
    public Related {
      lookups = IndicatorDefinition.orEmpty(lookups);
      on = ordered(on);
      count = ordered(count);
      sum = ordered(sum);
    }

    /** The names it makes. */
    Stream<String> names() {
      return Stream.concat(count.keySet().stream(), sum.keySet().stream());
    }
  }

  /** Canonical tables that must have been delivered. Without {@code org_unit} there is no run. */
  Stream<String> tables() {
    return Stream.concat(
            reads(from, lookups, scope),
            related.stream().flatMap(r -> reads(r.table, r.lookups, r.scope)))
        .map(t -> DerivedTable.find(t).map(DerivedTable::restsOn).orElse(t))
        .filter(t -> !t.equals("org_unit"));
  }

  private static Stream<String> reads(String table, List<Lookup> lookups, @Nullable Scope scope) {
    return Stream.of(
            Stream.of(table),
            lookups.stream().map(Lookup::table),
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
