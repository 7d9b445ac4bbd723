package se.helhetssyn.pipelines.publish;

import java.util.Optional;
import se.helhetssyn.analytics.disclosure.PrimaryRule;
import se.helhetssyn.analytics.mart.Layer;

/**
 * The small-number rules of a run.
 *
 * @param protectedSource false for a source declared non-personal and public: nothing is hidden
 * @param protectedLayer rule of the layer that everyone who logs in reads
 * @param publicLayer rule of the layer that leaves the house
 */
public record Protection(
    boolean protectedSource, PrimaryRule protectedLayer, PrimaryRule publicLayer) {

  /** The rule of a layer; empty where nothing is hidden. */
  Optional<PrimaryRule> rule(Layer layer) {
    if (!protectedSource) {
      return Optional.empty();
    }
    return switch (layer) {
      case INTERNAL -> Optional.empty();
      case PROTECTED -> Optional.of(protectedLayer);
      case PUBLIC -> Optional.of(publicLayer);
    };
  }

  /** What was done, for the manifest and for those who read the figures. */
  public String note() {
    return protectedSource
        ? "Små tal döljs bara ett och ett (färre än %d personer; %d i det som lämnar huset); regeln för tal som tillsammans kan avslöja ett dolt tal är inte byggd ännu."
            .formatted(protectedLayer.k(), publicLayer.k())
        : "Källan är offentlig och rör inga personer: inga tal döljs.";
  }
}
