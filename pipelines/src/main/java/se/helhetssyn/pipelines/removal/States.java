package se.helhetssyn.pipelines.removal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.analytics.mart.StoreState.Cause;

/** What the generations of a store stand on. */
final class States {
  private static final String UNNAMED = ".";

  private final RemovalSite site;
  private final StoreLayout store;

  States(RemovalSite site) {
    this.site = site;
    this.store = site.store();
  }

  /**
   * Lets the served generation stand on new versions, and every generation say what is gone; the
   * served one not if all it stands on is still there.
   */
  StoreState removed(
      Map<String, Long> trusted,
      Map<String, Long> received,
      Cause cause,
      @Nullable String culledBefore) {
    StoreState before = site.state();
    boolean isWhole = trusted.equals(before.trusted()) && received.equals(before.received());
    StoreState now =
        new StoreState(
            trusted,
            received,
            culledBefore == null ? before.culledBefore() : culledBefore,
            isWhole ? before.removals() : and(before.removals(), cause));
    others()
        .forEach((id, state) ->
            new StoreState(
                    state.trusted(),
                    state.received(),
                    state.culledBefore(),
                    and(state.removals(), cause))
                .writeTo(store.state(id)));
    now.writeTo(store.state(site.served())); // last: by it a removal that was cut off is found done
    return now;
  }

  /** Lets the served generation say from which day rows are kept. */
  void culled(String before) {
    StoreState state = site.state();
    new StoreState(state.trusted(), state.received(), before, state.removals())
        .writeTo(store.state(site.served()));
  }

  private List<StoreState.Removal> and(List<StoreState.Removal> removals, Cause cause) {
    List<StoreState.Removal> all = new ArrayList<>(removals);
    all.add(new StoreState.Removal(site.at().toString(), cause));
    return all;
  }

  private Map<String, StoreState> others() {
    Map<String, StoreState> states = new LinkedHashMap<>();
    StoredTables.folders(store.generations())
        .map(Path::getFileName)
        .map(Path::toString)
        .filter(id -> !id.startsWith(UNNAMED) && !id.equals(site.served()))
        .forEach(id -> states.put(id, StoreState.read(store, id).orElse(StoreState.NONE)));
    return states;
  }

  /** The served generation's state, and those of others that can still be computed again. */
  Map<String, StoreState> needed() {
    Map<String, StoreState> states = new LinkedHashMap<>();
    others()
        .forEach((id, state) -> {
          if (state.isReproducible()) {
            states.put(id, state);
          }
        });
    states.put(site.served(), StoreState.read(store, site.served()).orElseThrow());
    return states;
  }
}
