package se.helhetssyn.pipelines.publish;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.indicator.TableShape;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.pipelines.measure.Cells;
import se.helhetssyn.pipelines.measure.Grid;

/** What the numbers in cells mean. */
record CellFacts(Cells cells, List<TableShape> tables) {
  void fill(Workbench bench) throws SQLException {
    bench.fill("slice_key", cells.slices().stream().map(CellFacts::slice));
    bench.fill("person_stratum", personStrata());
    Grid grid = cells.grid();
    bench.fill("grid_node", numbered(grid.nodes().size()).map(i -> node(i, grid.nodes().get(i))));
    bench.fill(
        "grid_period", numbered(grid.periods().size()).map(i -> period(i, grid.periods().get(i))));
  }

  private static Stream<Integer> numbered(int count) {
    return IntStream.range(0, count).boxed();
  }

  private static List<@Nullable Object> slice(Cells.SliceKey key) {
    return List.of(
        key.measure(),
        key.slice(),
        key.indicator(),
        key.series(),
        key.stratum().dimension(),
        key.stratum().value());
  }

  /** Person-days have one whole, and its person strata after it. */
  private Stream<List<@Nullable Object>> personStrata() {
    List<Stratum> strata = MeasureQuery.personStrata(tables);
    return numbered(strata.size())
        .map(i -> List.of(i + 1, strata.get(i).dimension(), strata.get(i).value()));
  }

  private static List<@Nullable Object> node(int number, Grid.Node node) {
    return List.of(number, node.level().name(), node.id());
  }

  private static List<@Nullable Object> period(int number, Period period) {
    return List.of(number, period.kind().name(), period.start());
  }
}
