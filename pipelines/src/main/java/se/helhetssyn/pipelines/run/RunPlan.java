package se.helhetssyn.pipelines.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.MartException;
import se.helhetssyn.analytics.mart.StoreLayout;

/**
 * What a run is going to do and how long it may take.
 *
 * @param stages in their order
 */
record RunPlan(List<Stage> stages) {
  private static final List<String> ORDER =
      List.of("files", "start", "intake", "measure", "publish");

  RunPlan {
    stages = List.copyOf(stages);
  }

  /**
   * A stage.
   *
   * @param stage its name among the events
   * @param seconds what it took when the served generation was made; null where none tells
   */
  record Stage(String stage, @Nullable Double seconds) {}

  /** The plan of a run after a generation; without one, or one that cannot be read, no times. */
  static RunPlan after(StoreLayout store, @Nullable String served) {
    Map<String, Double> took = served == null ? Map.of() : timings(store, served);
    List<Stage> stages = new ArrayList<>();
    ORDER.forEach(stage -> stages.add(new Stage(stage, took.get(stage))));
    return new RunPlan(stages);
  }

  private static Map<String, Double> timings(StoreLayout store, String served) {
    try {
      Map<String, Double> took = Manifest.read(store.manifest(served)).timings();
      return took == null ? Map.of() : took;
    } catch (MartException unreadable) {
      return Map.of();
    }
  }
}
