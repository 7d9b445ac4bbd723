package se.helhetssyn.analytics.quality;

import org.jspecify.annotations.Nullable;

/**
 * Two full loads of a source that follow each other by time of extraction.
 *
 * @param table canonical table
 * @param sourceSystem where both come from
 * @param older id of the older extract
 * @param newer id of the newer one
 * @param keys what became of the rows; null where a part of them is about too few persons to be
 *     told
 */
public record LoadComparison(
    String table, String sourceSystem, String older, String newer, @Nullable Keys keys) {
  /**
   * What became of the rows (counts of keys).
   *
   * @param alike in both with the same content
   * @param changed in both with different content
   * @param added in the newer one only
   * @param gone in the older one only
   */
  public record Keys(long alike, long changed, long added, long gone) {}
}
