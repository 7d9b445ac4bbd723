package se.helhetssyn.analytics.quality;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the run changed the rows that count, for one table and month.
 *
 * @param table canonical table
 * @param unit the unit the rows name; null outside the internal layer, and where they name none
 * @param month first day of the month of the rows' day; null for a table without days
 * @param rows how many; null where a part of them is about too few persons to be told
 */
public record TableChange(
    String table, @Nullable String unit, @Nullable LocalDate month, @Nullable Rows rows) {
  /**
   * How rows changed (counts).
   *
   * @param added rows whose key was not there
   * @param changed rows whose key was there with other content
   * @param removed rows that are there no more
   */
  public record Rows(long added, long changed, long removed) {}
}
