package se.helhetssyn.pipelines.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a delivered file when rows are screened: what the manifest says of it, and how
 * many rows the door counted.
 *
 * @param file its name, as {@link RawTable#FILE} holds it; what it is known by, if none of this
 *     run's rows are counted as its own
 * @param id what it is known by among all that ever came
 * @param table canonical table
 * @param extractId id of the delivery after the manifest; the file's name without one
 * @param sourceSystem where it comes from; empty if nobody says
 * @param delivered data rows in the file, each of which is a row of the table; null if a mapping
 *     chooses among them
 * @param extractedAt when it was extracted; without a manifest when it came; null if nobody knows,
 *     which is older than any time
 * @param announced whether a manifest says so
 * @param load what it holds; null if nobody says
 */
public record FileTerms(
    String file,
    String id,
    String table,
    String extractId,
    String sourceSystem,
    @Nullable Long delivered,
    @Nullable Instant extractedAt,
    boolean announced,
    @Nullable Load load) {
  private static final String ROWLESS = "~";

  /** The same of a file whose rows belong to another load. */
  public FileTerms asRowless() {
    String own = id + ROWLESS;
    return new FileTerms(
        own, own, table, extractId, sourceSystem, 0L, extractedAt, announced, load);
  }

  /** Whether its rows belong to another load of the same file. */
  public boolean isRowless() {
    return id.endsWith(ROWLESS);
  }

  /** What a load is known by, whether its rows belong to it or to another of the same file. */
  public static String plain(String id) {
    return id.endsWith(ROWLESS) ? id.substring(0, id.length() - ROWLESS.length()) : id;
  }

  /** How new it is; 0 if nobody knows. */
  long age() {
    return extractedAt == null ? 0 : extractedAt.toEpochMilli();
  }

  /** Whether it holds everything of its subtree and days. */
  boolean isFull() {
    return load != null && load.full();
  }

  /**
   * What a file holds of its table.
   *
   * @param full whether it replaces what older files hold of the same subtree and days; a file of
   *     changes is merged key by key
   * @param root topmost node of its subtree; null for the whole organisation
   * @param from first day; null if it holds every day
   * @param to last day; null if it holds every day
   */
  public record Load(
      boolean full, @Nullable String root, @Nullable LocalDate from, @Nullable LocalDate to) {}
}
