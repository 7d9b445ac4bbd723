package se.helhetssyn.analytics.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.expression.Operator;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.analytics.mart.ValueKind;

/**
 * One series of an indicator.
 *
 * @param code {@code MAIN}, or the name of a companion
 * @param name Swedish
 * @param kind {@code SHARE}, {@code COUNT} or {@code DAYS}
 * @param denominator which rows are below the line; null for all. For days: which have a valid time
 * @param numerator which of them are above the line. For days: which are closed
 * @param unknown rows whose outcome is not known, below the line or not; null for none
 * @param days for days: how long a row has lasted, whole days; else null
 * @param strata {@code DIMENSION/VALUE} → numerator in that stratum, with the same denominator
 * @param by dimension → column with a code list: one stratum for each of its codes, made of the
 *     rows that have it
 * @param maturityDays days until a row's outcome can be judged; null for the indicator's own
 */
public record SeriesDefinition(
    String code,
    String name,
    ValueKind kind,
    @Nullable Expression denominator,
    Expression numerator,
    @Nullable Expression unknown,
    @Nullable Expression days,
    Map<String, Expression> strata,
    Map<String, String> by,
    @JsonProperty("maturity_days") @Nullable String maturityDays) {

  public SeriesDefinition {
    strata = MeasureDefinition.ordered(strata);
    by = MeasureDefinition.ordered(by);
  }

  /**
   * Each stratum with its conditions, the whole first.
   *
   * @param codes column → its code list
   */
  List<Slice> slices(Map<String, List<String>> codes) {
    List<Slice> slices = new ArrayList<>();
    slices.add(new Slice(Stratum.ALL, denominator, numerator, unknown));
    strata.forEach(
        (key, condition) -> slices.add(new Slice(stratum(key), denominator, condition, unknown)));
    by.forEach((dimension, column) ->
        codes
            .getOrDefault(column, List.of())
            .forEach(value -> slices.add(of(new Stratum(dimension, value), column))));
    return slices;
  }

  private Slice of(Stratum stratum, String column) {
    Expression here =
        new Expression.Binary(
            Operator.EQUAL,
            new Expression.Column("", column),
            new Expression.Text(stratum.value()));
    return new Slice(
        stratum,
        denominator == null ? here : both(denominator, here),
        numerator,
        unknown == null ? null : both(unknown, here));
  }

  private static Expression both(Expression left, Expression right) {
    return new Expression.Binary(Operator.AND, left, right);
  }

  static boolean isStratum(String key) {
    return key.matches("[A-Z][A-Z0-9_]*/[A-Za-z0-9_<>+-]+");
  }

  static boolean isDimension(String key) {
    return key.matches("[A-Z][A-Z0-9_]*");
  }

  private static Stratum stratum(String key) {
    int slash = key.indexOf('/');
    return new Stratum(key.substring(0, slash), key.substring(slash + 1));
  }

  /** The conditions of a series in one stratum. */
  record Slice(
      Stratum stratum,
      @Nullable Expression denominator,
      Expression numerator,
      @Nullable Expression unknown) {}
}
