package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.pipelines.delivery.Succession;
import se.helhetssyn.pipelines.removal.BlockedKeys;
import se.helhetssyn.pipelines.trusted.ReceivedTables;

/**
 * Replaced person keys of all deliveries. They hold for rows that came before as for those that
 * come after; nothing is kept of a person of whom nothing else is.
 */
public final class RememberedSuccessions {
  /** Name of the received table that they are kept in. */
  public static final String TABLE = "person_succession";

  private static final StructType COLUMNS =
      new StructType()
          .add("old_key", "string")
          .add("new_key", "string")
          .add("changed_at", "string");

  private final SparkSession spark;
  private final ReceivedTables received;
  private final BlockedKeys blocked;
  private final @Nullable Long version;
  private final Set<Succession> before;
  private final Set<Succession> all;

  /**
   * @param version version of the table; null if there is none
   * @param delivered those of this run
   */
  public RememberedSuccessions(
      SparkSession spark,
      StoreLayout store,
      @Nullable Long version,
      Collection<Succession> delivered) {
    this.spark = spark;
    this.received = new ReceivedTables(spark, store);
    this.blocked = BlockedKeys.of(store);
    this.version = version;
    this.before = version == null ? Set.of() : read(received.read(TABLE, version));
    this.all = new LinkedHashSet<>(before);
    all.addAll(delivered);
  }

  private static Set<Succession> read(Dataset<Row> rows) {
    return rows.select("old_key", "new_key", "changed_at").collectAsList().stream()
        .map(row -> new Succession(row.getString(0), row.getString(1), row.getString(2)))
        .collect(toUnmodifiableSet());
  }

  /** Replaced key → the key that took its place, as far as anybody ever said. */
  public Map<String, String> map() {
    return Succession.map(all);
  }

  /** Keys that stand for another person, or no longer do, than before this run. */
  public Set<String> changed() {
    Map<String, String> old = IntakeTerms.settled(Succession.map(before));
    Map<String, String> now = IntakeTerms.settled(map());
    return Stream.of(old, now)
        .flatMap(map -> map.keySet().stream())
        .filter(key -> !Objects.equals(old.get(key), now.get(key)))
        .collect(toUnmodifiableSet());
  }

  /**
   * Keeps them for later runs, except those of persons of whom nothing is kept. Returns the
   * version; null if there is nothing to keep.
   *
   * @param dropped keys of persons of whom nothing is kept
   */
  public @Nullable Long keep(Set<String> dropped) {
    Set<String> gone = tiedTo(dropped);
    Set<Succession> kept = new LinkedHashSet<>(all);
    kept.removeIf(each -> gone.contains(each.oldKey()) || gone.contains(each.newKey()));
    if (kept.equals(before)) {
      return version;
    }
    return received.replace(TABLE, rows(kept));
  }

  /**
   * Every key of a chain any of whose keys must not come back.
   *
   * @param dropped keys of which this run came to keep nothing, besides those of earlier runs
   */
  public Set<String> tiedTo(Set<String> dropped) {
    Set<String> digests = blocked.all(BlockedKeys.PERSONS);
    Set<String> gone = new HashSet<>();
    boolean more = !dropped.isEmpty() || !digests.isEmpty();
    while (more) {
      more = false;
      for (Succession each : all) {
        Set<String> both = Set.copyOf(List.of(each.oldKey(), each.newKey()));
        boolean tied =
            both.stream()
                .anyMatch(key ->
                    gone.contains(key)
                        || dropped.contains(key)
                        || (!digests.isEmpty() && digests.contains(blocked.digest(key))));
        more |= tied && gone.addAll(both);
      }
    }
    return gone;
  }

  private Dataset<Row> rows(Set<Succession> kept) {
    List<Row> rows =
        kept.stream()
            .map(each -> RowFactory.create(each.oldKey(), each.newKey(), each.changedAt()))
            .toList();
    return spark.createDataset(rows, Encoders.row(COLUMNS));
  }
}
