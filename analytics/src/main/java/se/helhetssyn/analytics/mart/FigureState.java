package se.helhetssyn.analytics.mart;

import org.jspecify.annotations.Nullable;

/**
 * What can be said about one figure. Zero is a value; hidden, missing and not applicable are cases
 * of their own and never zero, blank or null.
 */
public sealed interface FigureState {
  /**
   * A figure that may be shown.
   *
   * @param numerator count above the line; null where the kind has none (durations)
   * @param denominator count below the line, person-days for a rate; null for plain counts
   * @param unknown rows whose outcome is not known (count); null where they are about too few
   *     persons to be told
   * @param persons distinct persons behind the denominator; null where the unit of count is not
   *     persons
   * @param value the value in its {@link ValueKind}; null only for a median that is not reached
   * @param lower lower limit of the 95 % interval; null where none is defined
   * @param upper upper limit of the 95 % interval; null where none is defined
   * @param q1 first quartile of a duration (days); null if not reached or not a duration
   * @param q3 third quartile of a duration (days); null if not reached or not a duration
   * @param openCount still open (count); null where nothing can be open
   * @param highUnknown more than 20 % unknown: shown as uncertain
   */
  record Value(
      @Nullable Long numerator,
      @Nullable Long denominator,
      @Nullable Long unknown,
      @Nullable Long persons,
      @Nullable Double value,
      @Nullable Double lower,
      @Nullable Double upper,
      @Nullable Double q1,
      @Nullable Double q3,
      @Nullable Long openCount,
      boolean highUnknown)
      implements FigureState {}

  /** Hidden to protect persons. Which rule hid it is not told. */
  record Suppressed() implements FigureState {}

  /**
   * Should be there and is not.
   *
   * @param reason for example {@code SOURCE_MISSING} or {@code UNIT_NOT_DELIVERED}
   */
  record Missing(String reason) implements FigureState {}

  /**
   * There is nothing to measure.
   *
   * @param reason for example {@code NOT_MATURE}; empty when nothing fell within the definition
   */
  record NotApplicable(String reason) implements FigureState {}
}
