package se.helhetssyn.pipelines.run;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do.
 *
 * @param extracts folder with the delivery
 * @param store folder of the store, made if it does not exist
 * @param mapping null for the canonical layout
 * @param settings null for all defaults
 * @param asOf "today" for maturity and preliminary marks
 * @param master where Spark runs
 */
public record RunRequest(
    Path extracts,
    Path store,
    @Nullable Path mapping,
    @Nullable Path settings,
    LocalDate asOf,
    String master) {}
