package se.helhetssyn.pipelines.delivery;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What a row of the manifest says of one file.
 *
 * @param extractId id of the extract
 * @param sourceSystem where it comes from
 * @param table canonical table
 * @param root the organisation node it is about with all below; empty for the whole organisation
 * @param from first day it covers
 * @param to last day it covers
 * @param extractedAt when it was taken out of its source, Swedish local time
 * @param rows data rows it claims to hold
 * @param sha256 digest of the file, lower-case hex; empty if the manifest has none
 * @param fullLoad whether it replaces what older files say of the same node and days; otherwise it
 *     holds changes
 * @param schemaVersion version of the tables' description that the file follows; empty if the
 *     manifest does not say
 */
public record Announcement(
    String extractId,
    String sourceSystem,
    String table,
    Optional<String> root,
    LocalDate from,
    LocalDate to,
    LocalDateTime extractedAt,
    long rows,
    Optional<String> sha256,
    boolean fullLoad,
    Optional<String> schemaVersion) {

  /** Whether it holds everything about the whole organisation for its days. */
  boolean isWhole() {
    return fullLoad && root.isEmpty();
  }
}
