package se.helhetssyn.analytics.disclosure;

import se.helhetssyn.analytics.mart.ValueKind;

/**
 * The persons behind one figure. Rows without a person key count as one person together.
 *
 * @param kind what the figure's value is
 * @param sensitive whether the indicator tells an attribute of persons by being 0 % or 100 %
 * @param numerator count above the line; the count itself for {@code COUNT}; not used for {@code
 *     DAYS}
 * @param denominator count below the line, person-days for a rate, durations for {@code DAYS}; not
 *     used for {@code COUNT}
 * @param personsNumerator distinct persons in the numerator; for {@code DAYS} those with a closed
 *     duration
 * @param personsRest distinct persons in the denominator's rest; for {@code DAYS} those with an
 *     open duration
 * @param persons distinct persons behind the figure
 * @param largest rows of the person with most of the figure's {@linkplain #events() events}
 * @param secondLargest rows of the next person, 0 where there is none
 */
public record Support(
    ValueKind kind,
    boolean sensitive,
    long numerator,
    long denominator,
    long personsNumerator,
    long personsRest,
    long persons,
    long largest,
    long secondLargest) {
  public Support {
    if (Math.min(numerator, denominator) < 0
        || Math.min(personsNumerator, Math.min(personsRest, persons)) < 0
        || secondLargest < 0
        || secondLargest > largest) {
      throw new IllegalArgumentException(
          "Negative counts, or second largest %d above largest %d"
              .formatted(secondLargest, largest));
    }
  }

  /**
   * The rows whose spread over persons matters: what happened for rates and counts, every row of
   * the denominator for the rest.
   */
  long events() {
    return switch (kind) {
      case RATE, COUNT -> numerator;
      case SHARE, DAYS, MONTHS, SCORE -> denominator;
    };
  }
}
