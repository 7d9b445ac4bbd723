package se.helhetssyn.pipelines.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do.
 *
 * @param run its name
 * @param extracts folder with the delivery
 * @param store folder of the store, made if it does not exist
 * @param mappings one for each source system that is not canonical; may be empty
 * @param settings null for all defaults
 * @param asOf "today" for maturity and preliminary marks
 * @param master where Spark runs
 */
public record RunRequest(
    RunId run,
    Path extracts,
    Path store,
    List<Path> mappings,
    @Nullable Path settings,
    LocalDate asOf,
    String master) {
  public RunRequest {
    mappings = List.copyOf(mappings);
  }

  /** A run that nobody has given a name. */
  public RunRequest(
      Path extracts,
      Path store,
      List<Path> mappings,
      @Nullable Path settings,
      LocalDate asOf,
      String master) {
    this(RunId.next(), extracts, store, mappings, settings, asOf, master);
  }
}
