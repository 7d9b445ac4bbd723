package se.helhetssyn.datasets.fault;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Counts the rows of a table that a rule finds one by one. */
final class RowCounter implements Counter {
  private final String rule;
  private final String table;
  private final String what;
  private final Predicate<Row> finds;
  private long count;

  RowCounter(String rule, String table, String what, Predicate<Row> finds) {
    this.rule = rule;
    this.table = table;
    this.what = what;
    this.finds = finds;
  }

  @Override
  public Set<String> tables() {
    return Set.of(table);
  }

  @Override
  public void see(Row row) {
    if (!row.planted(rule) && finds.test(row)) {
      count++;
    }
  }

  @Override
  public List<NaturalFault> found(List<PlantedFault> planted) {
    return List.of(new NaturalFault(rule, table, what, count));
  }
}
