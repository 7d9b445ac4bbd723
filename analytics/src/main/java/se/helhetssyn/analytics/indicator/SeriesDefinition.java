package se.helhetssyn.analytics.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.expression.Operator;
import se.helhetssyn.analytics.mart.Direction;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.analytics.mart.ValueKind;

/**
 * One series of an indicator.
 *
 * @param code {@code MAIN}, or the name of a companion
 * @param name Swedish
 * @param kind of a rate the rows are above the line, and person-days below it
 * @param denominator which rows are below the line; null for all. For values: which have a valid
 *     one
 * @param numerator which of them are above the line. For days: which are closed
 * @param unknown rows whose outcome is not known, below the line or not; null for none
 * @param days for values: how many days a row has lasted, or how many months or points it has;
 *     whole numbers; else null
 * @param closed whether days cannot be open: quartiles are those of type 7 then
 * @param distinct whether persons are counted instead of rows
 * @param numeratorWeight what a row above the line counts for, a whole number; null for 1
 * @param denominatorWeight what a row below the line counts for; null for 1
 * @param strata {@code DIMENSION/VALUE} → what differs in that stratum
 * @param by dimension → column with a code list: one stratum for each of its codes, made of the
 *     rows that have it
 * @param direction which way is better; null for the indicator's own
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
    boolean closed,
    boolean distinct,
    @JsonProperty("numerator_weight") @Nullable Expression numeratorWeight,
    @JsonProperty("denominator_weight") @Nullable Expression denominatorWeight,
    Map<String, Part> strata,
    Map<String, String> by,
    @Nullable Direction direction,
    @JsonProperty("maturity_days") @Nullable String maturityDays) {

  public SeriesDefinition {
    strata = MeasureDefinition.ordered(strata);
    by = MeasureDefinition.ordered(by);
  }

  /**
   * What differs in a stratum from the whole.
   *
   * @param numerator null for the whole's
   * @param denominator null for the whole's
   * @param unknown null for the whole's
   */
  public record Part(
      @Nullable Expression numerator,
      @Nullable Expression denominator,
      @Nullable Expression unknown) {
    /** In YAML one expression is the numerator. */
    @JsonCreator
    static Part ofNumerator(String numerator) {
      return new Part(Expression.parse(numerator), null, null);
    }

    @JsonCreator
    static Part of(
        @JsonProperty("numerator") @Nullable Expression numerator,
        @JsonProperty("denominator") @Nullable Expression denominator,
        @JsonProperty("unknown") @Nullable Expression unknown) {
      return new Part(numerator, denominator, unknown);
    }

    Stream<Expression> expressions() {
      return Stream.of(numerator, denominator, unknown)
          .filter(Objects::nonNull)
          .map(Objects::requireNonNull);
    }
  }

  /** Whether a row has a value of its own, of which quartiles are told. */
  public boolean isValued() {
    return kind == ValueKind.DAYS || kind == ValueKind.MONTHS || kind == ValueKind.SCORE;
  }

  /** Whether values cannot be open. */
  public boolean isClosed() {
    return closed || kind == ValueKind.MONTHS || kind == ValueKind.SCORE;
  }

  /** Whether rows count for more or less than one. */
  public boolean isWeighted() {
    return numeratorWeight != null || denominatorWeight != null;
  }

  /**
   * Each stratum with its conditions, the whole first.
   *
   * @param codes column → its code list
   */
  List<Slice> slices(Map<String, List<String>> codes) {
    List<Slice> slices = new ArrayList<>();
    slices.add(new Slice(Stratum.ALL, denominator, numerator, unknown));
    strata.forEach((key, part) -> slices.add(part(stratum(key), part)));
    by.forEach((dimension, column) ->
        codes
            .getOrDefault(column, List.of())
            .forEach(value -> slices.add(of(new Stratum(dimension, value), column))));
    return slices;
  }

  private Slice part(Stratum stratum, Part part) {
    return new Slice(
        stratum,
        part.denominator() == null ? denominator : part.denominator(),
        part.numerator() == null ? numerator : part.numerator(),
        part.unknown() == null ? unknown : part.unknown());
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
