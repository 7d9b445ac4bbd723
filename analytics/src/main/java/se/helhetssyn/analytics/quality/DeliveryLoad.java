package se.helhetssyn.analytics.quality;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file and a canonical table that it gave rows to, as the layer tells it. Instants are ISO 8601
 * text.
 *
 * @param number in the order they came, from 1
 * @param run the run that took it in
 * @param loadedAt when
 * @param file its name
 * @param table canonical table
 * @param sourceSystem where it comes from; empty if nobody says
 * @param extractId id of the extract; the file's name without a manifest
 * @param extractedAt when it was taken out of its source; when it came, if nobody says
 * @param announced whether a manifest says what it holds
 * @param full whether it replaces what older files of its source hold of the same subtree and days
 * @param root topmost node of its subtree; null for the whole organisation
 * @param from first day it covers; null if nobody says
 * @param to last day it covers; null if nobody says
 * @param taken whether its rows were read; false for a file that was turned away
 * @param delivered rows in the file (count); null where they are about too few persons to be told.
 *     Outside the internal layer this and every count below is rounded up to whole tens for tables
 *     about persons, and they need not add up
 * @param rows where they went; null where a part of them is about too few persons to be told
 */
public record DeliveryLoad(
    int number,
    String run,
    String loadedAt,
    String file,
    String table,
    String sourceSystem,
    String extractId,
    String extractedAt,
    boolean announced,
    boolean full,
    @Nullable String root,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    boolean taken,
    @Nullable Long delivered,
    @Nullable Rows rows) {
  /**
   * Where rows went (counts).
   *
   * @param trusted rows kept
   * @param quarantined rows set aside, with a reason
   * @param duplicates copies and older versions of a row that is accounted for
   * @param rejected rows of a file or a kind that is not taken in
   */
  public record Rows(long trusted, long quarantined, long duplicates, long rejected) {}
}
