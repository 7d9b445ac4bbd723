package se.helhetssyn.datasets.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** DQ38 at its plainest: units of the organisation without a row in a table that names units. */
final class AbsentUnits implements Counter {
  private final Set<String> units = new HashSet<>();
  private final Map<String, Set<String>> seen = new TreeMap<>();

  AbsentUnits(Set<String> tables) {
    tables.forEach(table -> seen.put(table, new HashSet<>()));
  }

  @Override
  public Set<String> tables() {
    Set<String> tables = new HashSet<>(seen.keySet());
    tables.add("org_unit");
    return tables;
  }

  @Override
  public void see(Row row) {
    Set<String> there = seen.get(row.table());
    if (there != null) {
      there.add(row.get("org_unit_id"));
    } else if (row.is("level", "UNIT")) {
      units.add(row.get("org_unit_id"));
    }
  }

  @Override
  public List<NaturalFault> found(List<PlantedFault> planted) {
    List<NaturalFault> found = new ArrayList<>();
    seen.forEach((table, there) ->
        found.add(
            new NaturalFault(
                "DQ38",
                table,
                "units without a row",
                units.stream().filter(unit -> !there.contains(unit)).count())));
    return found;
  }
}
