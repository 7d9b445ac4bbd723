package se.helhetssyn.pipelines.intake;

import java.util.List;
import java.util.Set;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * What an intake goes on from.
 *
 * @param state versions of the tables that it adds to; those of the served generation
 * @param tables every canonical table, parents first
 * @param succeeded person keys whose successor is another than before this run
 * @param isServed whether a generation is served that changes can be told against
 */
public record Standing(
    StoreState state, List<TableSchema> tables, Set<String> succeeded, boolean isServed) {
  /** An empty store. */
  public static final Standing NONE = new Standing(StoreState.NONE, List.of(), Set.of(), false);

  public Standing {
    tables = List.copyOf(tables);
    succeeded = Set.copyOf(succeeded);
  }
}
