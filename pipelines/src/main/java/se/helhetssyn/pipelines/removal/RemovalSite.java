package se.helhetssyn.pipelines.removal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;

/**
 * A store that rows are to be removed from. Whoever makes one holds the store's lock and has put
 * away what a run that died left.
 *
 * @param store the store
 * @param served id of the served generation
 * @param state what the served generation stands on
 * @param at when the removal is made
 * @param scratch an empty folder for temporary files; it may hold keys, so it is to be deleted
 * @param spark the session, asked for only if a table has to be written
 * @param progress is told, in Swedish, what is being done
 */
public record RemovalSite(
    StoreLayout store,
    String served,
    StoreState state,
    Instant at,
    Path scratch,
    LazySpark spark,
    Consumer<String> progress) {}
