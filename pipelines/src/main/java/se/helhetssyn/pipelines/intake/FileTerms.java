package se.helhetssyn.pipelines.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a delivered file when its rows are screened: what the manifest says of it, and
 * how many rows the door counted.
 *
 * @param file its name, as {@link RawTable#FILE} holds it
 * @param table canonical table
 * @param extractId id of the delivery after the manifest; the file's name without one
 * @param sourceSystem where it comes from; empty if nobody says
 * @param delivered data rows in the file, each of which is a row of the table; null if a mapping
 *     chooses among them
 * @param extractedAt when it was extracted; null if nobody says, which is older than any time
 * @param load what it holds; null if nobody says
 */
public record FileTerms(
    String file,
    String table,
    String extractId,
    String sourceSystem,
    @Nullable Long delivered,
    @Nullable Instant extractedAt,
    @Nullable Load load) {

  /**
   * What a file holds of its table.
   *
   * @param full whether it replaces what older files hold of the same subtree and days; a file of
   *     changes is merged key by key
   * @param root topmost node of its subtree; null for the whole organisation
   * @param from first day
   * @param to last day
   */
  public record Load(boolean full, @Nullable String root, LocalDate from, LocalDate to) {}
}
