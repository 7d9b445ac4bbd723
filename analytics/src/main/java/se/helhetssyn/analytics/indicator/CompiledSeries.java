package se.helhetssyn.analytics.indicator;

import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.analytics.mart.ValueKind;

/**
 * A series in one stratum, and the names of its columns in a {@link MeasureQuery}.
 *
 * @param number place among the query's series
 * @param definition the series
 * @param slice the stratum and its conditions
 * @param maturityDays days until a row can be judged
 */
public record CompiledSeries(
    int number, SeriesDefinition definition, SeriesDefinition.Slice slice, int maturityDays) {

  /** The stratum. */
  public Stratum stratum() {
    return slice.stratum();
  }

  /** 1 for a row below the line (for a plain count: for a counted row), else 0. */
  public String denominator() {
    return "d" + number;
  }

  /** 1 for a row above the line, else 0. */
  public String numerator() {
    return "n" + number;
  }

  /** 1 for a row whose outcome is not known, else 0. */
  public String unknown() {
    return "u" + number;
  }

  /** 1 for an unknown row that is not below the line, else 0. */
  public String unknownOutside() {
    return "x" + number;
  }

  /** For durations: how long the row has lasted, whole days; null for rows without valid time. */
  public String days() {
    return "t" + number;
  }

  /** Whether it is a duration. */
  public boolean isDuration() {
    return definition.kind() == ValueKind.DAYS;
  }

  boolean plainCount() {
    return definition.kind() == ValueKind.COUNT;
  }
}
