package se.helhetssyn.analytics.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Rule R01 as SQL: who is responsible for a person on a day. A resident of a residential home
 * belongs to the home; else a person in home health care to the parallel home-care unit, if there
 * is one, or to the geographical unit. Where stays overlap the latest start wins; on its last day a
 * stay counts unless another has begun.
 */
final class PersonInScope {
  private static final String RESPONSIBLE = resource("responsible.sql");
  private static final String STAYS_AT_PERIOD_ENDS = resource("stays_at_period_ends.sql");

  private PersonInScope() {}

  /** Persons in scope at each day of the table {@code period_end}. */
  static String atPeriodEnds() {
    return responsible(STAYS_AT_PERIOD_ENDS);
  }

  /**
   * Who is responsible at given moments.
   *
   * @param moments query giving {@code person_key} and {@code reference_day}, distinct
   */
  static String responsible(String moments) {
    return RESPONSIBLE.replace("${moments}", moments);
  }

  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(PersonInScope.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
