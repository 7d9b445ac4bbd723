package se.helhetssyn.pipelines.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.pipelines.publish.Publication;
import se.helhetssyn.pipelines.trusted.ReceivedTables;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/**
 * The generation that a run goes on from.
 *
 * @param generation its id; null if nothing was ever published
 * @param state versions of the tables that it stands on; none if it is of an older version
 * @param deliveries every file it stands on; none if it is of an older version
 * @param isForgetful whether it was written before states were kept, so that what came before is
 *     not known
 */
record Served(
    @Nullable String generation, StoreState state, DeliveryLog deliveries, boolean isForgetful) {

  static Served of(StoreLayout store, Publication publication) {
    Optional<String> id = publication.latest();
    Optional<StoreState> state = id.flatMap(generation -> StoreState.read(store, generation));
    return new Served(
        id.orElse(null),
        state.orElse(StoreState.NONE),
        state.isPresent() ? DeliveryLog.read(store, id.orElseThrow()) : new DeliveryLog(List.of()),
        id.isPresent() && state.isEmpty());
  }

  /** Whether figures may be compared with those that it published. */
  boolean isComparable() {
    return generation != null && !isForgetful;
  }

  /** Its folder; null if nothing was ever published. */
  @Nullable Path folder(StoreLayout store) {
    return generation == null ? null : store.generation(generation);
  }

  /** Whether rows of persons or of sources that may not be public lie in the store. */
  boolean isProtected(StoreLayout store) {
    return generation != null
        && !isForgetful
        && Manifest.read(store.manifest(generation)).protectedSource();
  }

  /** Undoes what a run that died has written in tables that the generation stands on. */
  StoreState recovered(SparkSession spark, StoreLayout store) {
    TrustedTables trusted = new TrustedTables(spark, store);
    ReceivedTables received = new ReceivedTables(spark, store);
    Map<String, Long> counting = new HashMap<>();
    state.trusted().forEach((t, version) -> counting.put(t, trusted.restored(t, version)));
    Map<String, Long> said = new HashMap<>();
    state.received().forEach((t, version) -> said.put(t, received.restored(t, version)));
    return new StoreState(counting, said, state.culledBefore(), List.of());
  }
}
