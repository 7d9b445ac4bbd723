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
 * @param amountAt place of its first value among a packed row's amounts; none if it has no amounts
 */
public record CompiledSeries(
    int number,
    SeriesDefinition definition,
    SeriesDefinition.Slice slice,
    int maturityDays,
    int amountAt) {

  /** The stratum. */
  public Stratum stratum() {
    return slice.stratum();
  }

  /** 1 for a row below the line (for a plain count or a rate: for a counted row), else 0. */
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

  /** For values: how long the row has lasted, or what it is; null for rows without a valid one. */
  public String days() {
    return "t" + number;
  }

  /** How many amounts a packed row has of it: a value, or what it counts for above and below. */
  int amounts() {
    return definition.isValued() ? 1 : definition.isWeighted() ? 2 : 0;
  }

  /** Whether only rows above the line count at all. */
  public boolean isPlainCount() {
    return definition.kind() == ValueKind.COUNT || definition.kind() == ValueKind.RATE;
  }
}
