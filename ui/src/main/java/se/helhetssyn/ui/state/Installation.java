package se.helhetssyn.ui.state;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import se.helhetssyn.analytics.mart.StoreLayout;

/**
 * Where this installation keeps things, and how it starts the pipeline.
 *
 * @param store the store's folder
 * @param state the folder of what the dashboards remember
 * @param pipelineCommand the launcher, which starts a run when it is called with {@code pipeline};
 *     null where runs cannot be started from the dashboards
 * @param mappings folder with the mappings that deliverers choose among; null for none
 * @param pipelineSettings the settings file that every run is given; null for all defaults
 */
@ConfigurationProperties("helhetssyn")
public record Installation(
    Path store,
    Path state,
    @Nullable Path pipelineCommand,
    @Nullable Path mappings,
    @Nullable Path pipelineSettings) {
  /** The store with names for what lies in it. */
  public StoreLayout layout() {
    return new StoreLayout(store);
  }

  /** The launcher; empty where runs cannot be started from the dashboards. */
  public Optional<Path> command() {
    return Optional.ofNullable(pipelineCommand);
  }
}
